// What the phone keeps: durable first, network second. Everything belongs to a person; who signs in next sees nothing of it.
import { opening, write } from './database';
import type { Picture } from './photo';
import type { Agency, Kit, Operation, Person, Problem } from './types';

/** A command that waits for the network. Sent ones stay until the server's own state, fetched afterwards, has them in it. A picture lies beside it, by its key. */
export interface Command {
  id?: number; key: string; person: string; taskId: string; kind: 'operation' | 'record' | 'step' | 'photo' | 'open'; path: string; label: string;
  body: unknown; at: string; state: 'waiting' | 'sent' | 'rejected' | 'aside'; problem?: Problem;
}
export interface Kept { person: string; taskId: string; place: number; kit: Kit }
/** The name of this device in operations: made once, kept as long as the numbers that count them. */
async function device(): Promise<string> {
  const db = await opening;
  const known = await db.get('meta', 'device') as string | undefined;
  if (known) {
    return known;
  }
  const made = 'phone-' + crypto.randomUUID().slice(0, 13);
  await db.put('meta', made, 'device');
  return made;
}

export const me = async () => await (await opening).get('meta', 'me') as Person | undefined;
export const setMe = async (person: Person) => void await (await opening).put('meta', person, 'me');
export const agency = async (person: string) => await (await opening).get('meta', 'agency-' + person) as Agency | undefined;
export const setAgency = async (person: string, own: Agency) => void await (await opening).put('meta', own, 'agency-' + person);
export const freshAt = async (person: string) => await (await opening).get('meta', 'fresh-' + person) as string | undefined;

export async function kits(person: string): Promise<Kit[]> {
  const all = await (await opening).getAll('kits', IDBKeyRange.bound([person, ''], [person, '\uffff']));
  return all.sort((a, b) => a.place - b.place).map(kept => kept.kit);
}

/** Puts the server's visits in place of ours, and lets go of the commands that are in them. A visit with unsent work stays. */
export async function replaceKits(person: string, fresh: Kit[], sent: number[]): Promise<void> {
  const tx = (await opening).transaction(['kits', 'outbox', 'meta'], 'readwrite');
  for (const id of sent) {
    await tx.objectStore('outbox').delete(id);
  }
  const open = new Set((await tx.objectStore('outbox').index('person').getAll(person)).filter(one => one.state !== 'aside').map(one => one.taskId));
  const stay = new Set([...fresh.map(kit => kit.task.id), ...open]);
  for (const key of await tx.objectStore('kits').getAllKeys(IDBKeyRange.bound([person, ''], [person, '\uffff']))) {
    if (!stay.has(key[1])) {
      await tx.objectStore('kits').delete(key);
    }
  }
  for (const [place, kit] of fresh.entries()) {
    await tx.objectStore('kits').put({ person, taskId: kit.task.id, place, kit });
  }
  await tx.objectStore('meta').put(new Date().toISOString(), 'fresh-' + person);
  await tx.done;
}

export const commands = async (person: string): Promise<Command[]> => (await opening).getAllFromIndex('outbox', 'person', person);
export const picture = async (command: Command) => (await opening).get('pictures', command.key);

/** Writes commands as they are now. A picture that arrived goes with its command: nothing waits for it, and it makes room where there is none. */
export async function update(...changed: Command[]): Promise<void> {
  const tx = (await opening).transaction(['outbox', 'pictures'], 'readwrite');
  const done = changed.flatMap(one => [
    one.kind === 'photo' && one.state === 'sent' ? tx.objectStore('outbox').delete(one.id!) : tx.objectStore('outbox').put(one),
    one.kind === 'photo' && (one.state === 'sent' || one.state === 'aside') && tx.objectStore('pictures').delete(one.key),
  ]);
  await Promise.all([...done, tx.done]);
}

export async function add(command: Omit<Command, 'id' | 'key' | 'at' | 'state'>, shot?: Blob): Promise<void> {
  const key = crypto.randomUUID();
  await write(async () => {
    const tx = (await opening).transaction(['outbox', 'pictures'], 'readwrite', { durability: 'strict' });
    await Promise.all([
      shot && tx.objectStore('pictures').put(shot, key),
      tx.objectStore('outbox').add({ ...command, key, at: new Date().toISOString(), state: 'waiting' }),
      tx.done,
    ]);
  });
}

/** Records one operation: its number and the operation itself become durable together. */
export async function record(
  person: string, taskId: string, label: string, what: Pick<Operation, 'kind' | 'subjectCode' | 'entry' | 'signature' | 'supersedes'>): Promise<void> {
  const deviceId = await device();
  const at = new Date().toISOString();
  await write(async () => {
    const tx = (await opening).transaction(['counters', 'outbox'], 'readwrite', { durability: 'strict' });
    const sequence = (await tx.objectStore('counters').get(taskId) ?? 0) + 1;
    const operation: Operation = { taskId, deviceId, sequence, at, officerId: person, ...what };
    await Promise.all([
      tx.objectStore('counters').put(sequence, taskId),
      tx.objectStore('outbox').add({
        key: `${deviceId}.${sequence}`, person, taskId, kind: 'operation', path: `/api/tasks/${encodeURIComponent(taskId)}/operations`, label, body: operation, at, state: 'waiting',
      }),
      tx.done,
    ]);
  });
}

/** Puts a picture in the queue, before the operation that names it; gives the device's name. */
export async function addPhoto(person: string, taskId: string, label: string, shot: Picture): Promise<string> {
  await add({ person, taskId, kind: 'photo', path: `/api/tasks/${encodeURIComponent(taskId)}/evidence/${shot.sha256}`, label, body: null }, shot.blob);
  return await device();
}
