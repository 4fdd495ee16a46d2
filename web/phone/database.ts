// The database of this phone: its form, how an older form becomes this one, and what may stand in its way. Whoever works with the phone hears of that.
import { openDB, type DBSchema } from 'idb';
import { inOrder } from './acts';
import type { Command, Kept } from './store';

export interface Field extends DBSchema {
  meta: { key: string; value: unknown };
  kits: { key: [string, string]; value: Kept };
  outbox: { key: number; value: Command; indexes: { person: string } };
  counters: { key: string; value: number };
  pictures: { key: string; value: Blob };
}

/** Blocked: another window holds the older form. Old: another window has a newer one. Full: no room for what was just done. Closed: it cannot be opened. */
export type Trouble = 'blocked' | 'old' | 'full' | 'closed';
export let trouble: Trouble | undefined;
let heard: () => void = () => undefined;

export function onTrouble(listener: () => void): void {
  heard = listener;
  listener();
}

export function tell(what?: Trouble): void {
  trouble = what;
  heard();
}

export const opening = openDB<Field>('supervision-field', 2, {
  async upgrade(db, before, _, tx) {
    db.createObjectStore('pictures');
    if (before === 0) {
      db.createObjectStore('meta');
      db.createObjectStore('kits', { keyPath: ['person', 'taskId'] });
      db.createObjectStore('outbox', { keyPath: 'id', autoIncrement: true }).createIndex('person', 'person');
      db.createObjectStore('counters');
    }
    // The first form kept a picture in its command: every look at the queue opened all of them.
    for (let at = await tx.objectStore('outbox').openCursor(); at; at = await at.continue()) {
      if (at.value.body instanceof Blob) {
        await tx.objectStore('pictures').put(at.value.body, at.value.key);
        await at.update({ ...at.value, body: null });
      }
    }
  },
  blocked: () => tell('blocked'),
  blocking: () => void giveWay(),
  terminated: () => tell('closed'),
});
opening.then(() => tell(), failed => tell(isFull(failed) ? 'full' : (failed as Error).name === 'VersionError' ? 'old' : 'closed'));

export const isFull = (failed: unknown) => (failed as Error | null)?.name === 'QuotaExceededError';

/** Writes what a person just did. Without room for it, the person is told; with room again, no longer. */
export async function write<T>(act: () => Promise<T>): Promise<T> {
  try {
    const done = await act();
    if (trouble === 'full') {
      tell();
    }
    return done;
  } catch (failed) {
    if (isFull(failed)) {
      tell('full');
    }
    throw failed;
  }
}

// A newer window waits for this one to let go: what is being written is saved first.
async function giveWay(): Promise<void> {
  (document.activeElement as HTMLElement | null)?.blur();
  await inOrder(async () => (await opening).close());
  tell('old');
}
