// What a person does on the phone is written a moment after it is done. Until then it is as good as not sent: nobody may close the phone on it.
let begun = 0;
let ended = 0;
let [atBegin, atEnd] = [() => {}, () => {}];

/** Who shows the state of the phone hears of an act at once, and again when it is written, or was not to be. */
export function onActs(begin: () => void, end: () => void): void {
  [atBegin, atEnd] = [begin, end];
}

/** How many acts are through; of use before reading what is stored, see unwritten. */
export const through = () => ended;

/** The acts that whoever reads what is stored may not find there: those that were not through before the reading. */
export const unwritten = (before: number) => begun - before;

export async function act<T>(what: () => Promise<T>): Promise<T> {
  begun++;
  atBegin();
  try {
    return await what();
  } finally {
    ended++;
    atEnd();
  }
}

// Acts upon a visit are recorded in the order in which they were done, however long each takes until it is ready to be written.
let turn: Promise<unknown> = Promise.resolve();

/** Begins an act when those before it are through, whether they went well or not. No act may wait for another one inside it. */
export function inOrder<T>(what: () => Promise<T>): Promise<T> {
  const done = act(() => turn.then(what));
  turn = done.catch(() => undefined);
  return done;
}

/** What a button or a form does: a second tap before the first is written does nothing. */
export function once(what: () => Promise<unknown>): EventListener {
  let busy = false;
  return event => {
    event.preventDefault();
    if (!busy) {
      busy = true;
      void what().finally(() => busy = false);
    }
  };
}
