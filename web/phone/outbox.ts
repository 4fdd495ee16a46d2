// Sends what waits, in order. What the server refuses stays, with its reason; what only failed is tried again.
import { isFull, trouble } from './database';
import { commands, me, picture, replaceKits, setAgency, setMe, update, type Command } from './store';
import { locale } from './texts';
import type { Agency, Kit, Person, Problem } from './types';

const most = 100; // operations of one task that go together
const tries = 4; // of one request in a round: a link that drops some must not cost the round, with all that it has to ask again
const shortest = 2_000; // from a round that failed to the next; twice as long each time that nothing got through
export type Link = 'idle' | 'busy' | 'offline' | 'signed-out' | 'stuck';
export let link: Link = 'idle';
let changed: () => void = () => undefined;
let again: ReturnType<typeof setTimeout> | undefined;
let pause = shortest;
let wanted = false;

export function watch(listener: () => void): void {
  changed = listener;
}

/** One round: who I am, what waits, what is new. Rounds never overlap, in whatever window they start. */
export async function sync(): Promise<void> {
  if (link === 'busy') {
    wanted = true; // what is recorded while a round ends goes in the next
    return;
  }
  wanted = false;
  clearTimeout(again);
  show('busy');
  try {
    await (navigator.locks ? navigator.locks.request('supervision-sync', round) : round());
    show('idle');
    pause = shortest;
    if (wanted) {
      void sync();
    }
  } catch (stopped) {
    show(stopped instanceof SignedOut ? 'signed-out' : trouble || isFull(stopped) ? 'stuck' : 'offline');
    if (!(stopped instanceof SignedOut)) {
      again = setTimeout(sync, pause);
      pause = Math.min(pause * 2, 60_000);
    }
  }
}

async function round(): Promise<void> {
  const known = await me();
  // With nothing to send, what is new is asked for along with who asks: on a slow link every wait for an answer is felt.
  let news = known && (await open(known.id)).length > 0 ? undefined : ask();
  const person = await (await call('GET', '/api/me')).json() as Person;
  await setMe(person);
  changed();
  for (let waiting = await open(person.id); waiting.length > 0; waiting = await open(person.id)) {
    news = undefined; // older than what goes now
    while (waiting.length > 0) {
      const group = next(waiting);
      await deliver(group);
      changed();
      waiting = waiting.filter(one => !group.includes(one));
    }
  }
  const sent = (await commands(person.id)).filter(one => one.state === 'sent').map(one => one.id!);
  const [visits, agency] = await (news ?? ask());
  await replaceKits(person.id, visits, sent);
  await setAgency(person.id, agency);
}

function ask(): Promise<[Kit[], Agency]> {
  const both = Promise.all(['/api/me/visits', '/api/me/agency'].map(async path => await (await call('GET', path)).json()));
  both.catch(() => undefined); // whoever waits for it hears of it
  return both as Promise<[Kit[], Agency]>;
}

const open = async (person: string) => (await commands(person)).filter(one => one.state === 'waiting');

/** What goes next: of the first task its pictures, one by one, then the operations that name them together, up to a step of it. */
function next(waiting: Command[]): Command[] {
  const first = waiting[0]!;
  const own = waiting.filter(one => one.taskId === first.taskId);
  const end = own.findIndex(one => one.kind !== 'operation' && one.kind !== 'photo');
  const together = end < 0 ? own : own.slice(0, end);
  const picture = together.find(one => one.kind === 'photo');
  return picture ? [picture] : together.length > 0 ? together.slice(0, most) : [first];
}

async function deliver(batch: Command[]): Promise<void> {
  const [first] = batch;
  if (first!.kind !== 'operation') {
    await send([first!], first!.key, first!.kind === 'photo' ? await picture(first!) : first!.body);
  } else if (!await send(batch, key(batch), batch.map(one => one.body)) && batch.length > 1) {
    for (const one of batch) { // one bad operation never holds up the good ones
      await send([{ ...one, state: 'waiting' }], key([one]), [one.body]);
    }
  }
}

const key = (batch: Command[]) => `${batch[0]!.key}-${batch[batch.length - 1]!.key}-${batch[0]!.taskId}`.slice(0, 255);

async function send(batch: Command[], idempotency: string, body: unknown): Promise<boolean> {
  const answer = await call(body instanceof Blob ? 'PUT' : 'POST', batch[0]!.path, body, idempotency);
  const problem = answer.ok ? undefined : await answer.json().catch(() => ({ status: answer.status })) as Problem;
  await update(...batch.map(one => ({ ...one, state: answer.ok ? 'sent' as const : 'rejected' as const, problem })));
  pause = shortest;
  return answer.ok;
}

/** Answers what the server decided, after some tries; throws when it decided nothing: no network, no session, not now. */
async function call(method: string, path: string, body?: unknown, idempotency?: string): Promise<Response> {
  for (let tried = 1; ; tried++) {
    try {
      return await once(method, path, body, idempotency);
    } catch (failed) {
      // A link that answers nothing for half a minute is none.
      if (tried === tries || failed instanceof SignedOut || !navigator.onLine || (failed as Error).name === 'TimeoutError') {
        throw failed;
      }
      await new Promise(again => setTimeout(again, 125 * 2 ** tried));
    }
  }
}

async function once(method: string, path: string, body?: unknown, idempotency?: string): Promise<Response> {
  const headers: Record<string, string> = { 'Accept-Language': locale };
  if (idempotency) {
    headers['Idempotency-Key'] = idempotency;
    headers['Content-Type'] = body instanceof Blob ? body.type : 'application/json';
  }
  const answer = await fetch(path, { method, headers, body: body === undefined || body instanceof Blob ? body : JSON.stringify(body), signal: AbortSignal.timeout(30_000) });
  if (answer.status === 401) {
    throw new SignedOut();
  }
  if (answer.status >= 500 || [408, 409, 429].includes(answer.status) || (method === 'GET' && !answer.ok)) {
    throw new Error(`${path}: ${answer.status}`);
  }
  return answer;
}

function show(now: Link): void {
  link = now;
  changed();
}

class SignedOut extends Error {}
