// Sends what waits, in order. What the server refuses stays, with its reason; what only failed is tried again.
import { commands, replaceKits, setAgency, setMe, update, type Command } from './store';
import { locale } from './texts';
import type { Agency, Kit, Person, Problem } from './types';

const most = 100; // operations of one task that go together
export type Link = 'idle' | 'busy' | 'offline' | 'signed-out';
export let link: Link = 'idle';
let changed: () => void = () => undefined;
let again: ReturnType<typeof setTimeout> | undefined;
let pause = 2_000;
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
    pause = 2_000;
    if (wanted) {
      void sync();
    }
  } catch (stopped) {
    show(stopped instanceof SignedOut ? 'signed-out' : 'offline');
    if (!(stopped instanceof SignedOut)) {
      again = setTimeout(sync, pause);
      pause = Math.min(pause * 2, 60_000);
    }
  }
}

async function round(): Promise<void> {
  const person = await (await call('GET', '/api/me')).json() as Person;
  await setMe(person);
  changed();
  for (let waiting = await open(person.id); waiting.length > 0; waiting = await open(person.id)) {
    while (waiting.length > 0) {
      const group = next(waiting);
      await deliver(group);
      changed();
      waiting = waiting.filter(one => !group.includes(one));
    }
  }
  const sent = (await commands(person.id)).filter(one => one.state === 'sent').map(one => one.id!);
  await replaceKits(person.id, await (await call('GET', '/api/me/visits')).json() as Kit[], sent);
  await setAgency(person.id, await (await call('GET', '/api/me/agency')).json() as Agency);
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
    await send([first!], first!.key, first!.body);
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
  for (const one of batch) {
    await update({ ...one, state: answer.ok ? 'sent' : 'rejected', problem });
  }
  return answer.ok;
}

/** Answers what the server decided; throws when it decided nothing: no network, no session, not now. */
async function call(method: string, path: string, body?: unknown, idempotency?: string): Promise<Response> {
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
