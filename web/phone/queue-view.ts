// What has not reached the bureau yet, and what it refused, with the reason.
import { act } from './acts';
import { h } from './dom';
import { update, type Command } from './store';
import { t, time } from './texts';
import type { Kit } from './types';

export function queueView(all: Command[], kits: Kit[]): HTMLElement {
  const names = new Map(kits.map(kit => [kit.task.id, kit.subjectName]));
  const open = all.filter(one => one.state === 'waiting' || one.state === 'rejected');
  return h('div', {},
    h('p', {}, h('a', { href: '#/' }, t('back'))),
    h('h1', {}, t('queue.title')),
    h('p', { class: 'soft' }, t('queue.lead')),
    open.length === 0 && h('p', { class: 'note' }, t('queue.none')),
    h('ul', { class: 'queue' }, ...open.map(one => item(one, names.get(one.taskId)))));
}

/** A command with its reason; a refused one can be tried again, and a step that no longer fits be put aside. */
export function item(command: Command, where: string | undefined): HTMLElement {
  const set = (state: Command['state']) => () => void act(() => update({ ...command, state, problem: undefined }));
  const refused = command.state === 'rejected';
  return h('li', { class: refused ? 'refused' : '' },
    h('strong', {}, command.label),
    where ? h('span', { class: 'soft' }, where) : null,
    h('span', { class: 'soft' }, time(command.at)),
    h('span', {}, refused ? t('queue.refused') : t('queue.waiting')),
    refused && h('p', { class: 'bad', role: 'alert' }, command.problem?.detail ?? command.problem?.title ?? String(command.problem?.status ?? '')),
    refused && command.problem?.legalBasis ? h('p', { class: 'soft' }, command.problem.legalBasis) : null,
    refused && h('div', { class: 'row' },
      h('button', { type: 'button', onclick: set('waiting') }, t('queue.again')),
      command.kind !== 'operation' && h('button', { type: 'button', class: 'plain', onclick: set('aside') }, t('queue.aside'))));
}
