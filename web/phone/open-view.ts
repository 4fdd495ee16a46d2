// A visit without a draw: an immediate check, or a look-back after an order to correct. The bureau decides whether a provision lets it.
import { h } from './dom';
import { add } from './store';
import { t } from './texts';
import type { Kit, Person } from './types';

export function openView(me: Person, kits: Kit[], earlier: Kit | undefined, changed: () => void): HTMLElement {
  const colleagues = new Map(kits.flatMap(kit => kit.officers).filter(card => card.id !== me.id).map(card => [card.id, card]));
  const items = [...new Set(kits.map(kit => kit.task.itemCode))];
  const subject = h('input', { id: 'subject', required: true, maxlength: '23', autocomplete: 'off', value: earlier?.task.subjectId ?? '', readonly: !!earlier });
  const item = h('select', { id: 'item' }, ...(earlier ? [earlier.task.itemCode] : items).map(code => h('option', {}, code)));
  const partner = h('select', { id: 'partner' }, ...[...colleagues.values()].map(card => h('option', { value: card.id }, `${card.name} ${card.certificateNumber}`)));
  const due = h('input', { id: 'due', type: 'date', required: true, value: new Date().toLocaleDateString('sv') });
  return h('div', {},
    h('p', {}, h('a', { href: '#/' }, t('back'))),
    h('h1', {}, t(earlier ? 'open.lookback' : 'open.immediate')),
    h('p', { class: 'soft' }, t('open.lead')),
    h('form', {
      onsubmit: async event => {
        event.preventDefault();
        const reference = earlier?.task.id ?? `phone-${crypto.randomUUID().slice(0, 13)}`;
        await add({
          person: me.id, taskId: reference, kind: 'open', path: '/api/tasks', label: t(earlier ? 'open.lookback' : 'open.immediate'),
          body: {
            source: earlier ? 'LookBack' : 'Immediate', reference, subjectId: subject.value.trim(), itemCode: item.value, agencyId: me.agencyId,
            officerIds: [me.id, partner.value], dueOn: due.value,
          },
        });
        location.hash = '#/queue';
        changed();
      },
    },
    h('label', { for: 'subject' }, t('scan.code')), subject,
    h('label', { for: 'item' }, t('open.item')), item,
    h('label', { for: 'partner' }, t('open.partner')), partner,
    h('label', { for: 'due' }, t('open.due')), due,
    h('button', {}, t('open.do'))));
}
