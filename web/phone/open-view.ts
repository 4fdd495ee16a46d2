// A visit without a draw: an immediate check, or a look-back after an order to correct. The bureau decides whether a provision lets it.
import { act, once } from './acts';
import { isEnded } from './certificate-view';
import { h } from './dom';
import { add } from './store';
import { t, today } from './texts';
import type { Agency, Kit, Person } from './types';

export function openView(me: Person, agency: Agency | undefined, earlier: Kit | undefined): HTMLElement {
  const colleagues = (agency?.officers ?? []).filter(card => card.id !== me.id && !isEnded(card));
  const items = (agency?.items ?? []).filter(one => !earlier || one.code === earlier.task.itemCode);
  const subject = h('input', { id: 'subject', required: true, maxlength: '23', autocomplete: 'off', value: earlier?.task.subjectId ?? '', readonly: !!earlier });
  const item = h('select', { id: 'item', required: true }, ...items.map(one => h('option', { value: one.code }, one.name)));
  const partner = h('select', { id: 'partner', required: true }, ...colleagues.map(card => h('option', { value: card.id }, `${card.name} ${card.certificateNumber}`)));
  const due = h('input', { id: 'due', type: 'date', required: true, value: today() });
  return h('div', {},
    h('p', {}, h('a', { href: '#/' }, t('back'))),
    h('h1', {}, t(earlier ? 'open.lookback' : 'open.immediate')),
    h('p', { class: 'soft' }, t('open.lead')),
    !agency ? h('p', { class: 'note' }, t('list.never')) : h('form', {
      onsubmit: once(async () => {
        const reference = earlier?.task.id ?? `phone-${crypto.randomUUID().slice(0, 13)}`;
        await act(() => add({
          person: me.id, taskId: reference, kind: 'open', path: '/api/tasks', label: t(earlier ? 'open.lookback' : 'open.immediate'),
          body: {
            source: earlier ? 'LookBack' : 'Immediate', reference, subjectId: subject.value.trim(), itemCode: item.value, agencyId: me.agencyId,
            officerIds: [me.id, partner.value], dueOn: due.value,
          },
        }));
        location.hash = '#/queue';
      }),
    },
    h('label', { for: 'subject' }, t('scan.code')), subject,
    h('label', { for: 'item' }, t('open.item')), item,
    h('label', { for: 'partner' }, t('open.partner')), partner,
    h('label', { for: 'due' }, t('open.due')), due,
    h('button', {}, t('open.do'))));
}
