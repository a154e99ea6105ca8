import { useState } from 'preact/hooks';
import { useAnswer } from '../api';
import { actType, domain, sentence, words } from '../domain';
import { choices, filterParams, optionsQuery, type Choice, type Options } from '../filter';
import { go, useRoute, withParams } from '../route';
import { dayText } from './text';

/** Names offered in a list, those with most acts. */
const OUTLETS = 200;

/** The filter over all pages: what it says stands in the address, and what is set is told even when it is closed. */
export function FilterBar() {
  const { params } = useRoute();
  const [open, setOpen] = useState(false);
  const set = filterParams(params);
  if (!actType()) return null;
  const nodeNames = useAnswer<Options>(
    open || choices().some((choice) => choice.kind === 'node' && set.get(choice.name)) ? optionsQuery(OUTLETS) : null,
  );
  const chips = [...set].map(([name, value]) => ({ name, text: chipText(name, value, nodeNames.data) }));
  return (
    <section class="filter" aria-label="Filter">
      <button type="button" class="plain filter-toggle" aria-expanded={open} aria-controls="filter-fields" onClick={() => setOpen(!open)}>
        Filter <span aria-hidden="true">{open ? '▴' : '▾'}</span>
      </button>
      {chips.length === 0 && <span class="quiet">nothing is left out</span>}
      <ul class="chips">
        {chips.map(({ name, text }) => (
          <li key={name}>
            <span>{text}</span>
            <button type="button" class="plain" aria-label={`Remove ${text}`} onClick={() => go(withParams({ [name]: null }))}>
              ×
            </button>
          </li>
        ))}
      </ul>
      {chips.length > 1 && (
        <button type="button" class="plain" onClick={() => go(withParams(Object.fromEntries([...set.keys()].map((name) => [name, null]))))}>
          clear all
        </button>
      )}
      {open && (
        <div id="filter-fields" class="filter-fields">
          <label>
            From{' '}
            <input type="date" value={params.get('from') ?? ''} onChange={(event) => go(withParams({ from: event.currentTarget.value }))} />
          </label>
          <label>
            Until{' '}
            <input type="date" value={params.get('to') ?? ''} onChange={(event) => go(withParams({ to: event.currentTarget.value }))} />
          </label>
          {choices().map((choice) => (
            <Field key={choice.name} of={choice} value={params.get(choice.name) ?? ''} names={nodeNames.data} />
          ))}
        </div>
      )}
    </section>
  );
}

const optionsOf = (choice: Choice, names?: Options) =>
  names?.[choice.name.replace(/\W/g, '_')]?.map((group) => ({
    id: group.keys[0]?.id ?? '',
    text: group.keys[0]?.text ?? '',
    count: group.count,
  })) ?? [];

function chipText(name: string, value: string, names?: Options): string {
  if (name === 'from') return `from ${dayText(value, true)}`;
  if (name === 'to') return `until ${dayText(value, true)}`;
  const choice = choices().find((one) => one.name === name);
  if (choice?.kind === 'number') return `${words(name)} at least ${value}`;
  if (choice?.kind === 'node') return `${words(name)}: ${optionsOf(choice, names).find((option) => option.id === value)?.text ?? value}`;
  return `${words(name)}: ${value.split(',').map(words).join(' or ')}`;
}

function Field({ of, value, names }: { of: Choice; value: string; names?: Options }) {
  const label = sentence(words(of.property?.name === domain().act?.kind ? 'kind of act' : of.name));
  const set = (next: string) => go(withParams({ [of.name]: next }));
  if (of.kind === 'number') {
    return (
      <label>
        {label} at least{' '}
        <input
          type="number"
          min={of.property!.min}
          max={of.property!.max}
          step="0.05"
          value={value}
          onChange={(event) => set(event.currentTarget.value)}
        />
      </label>
    );
  }
  const options =
    of.kind === 'node'
      ? optionsOf(of, names).map((option) => ({ value: option.id, text: `${option.text} (${option.count})` }))
      : of.values!.map((one) => ({ value: one, text: words(one) }));
  if (value && !options.some((option) => option.value === value))
    options.unshift({ value, text: value.split(',').map(words).join(' or ') });
  return (
    <label>
      {label}
      <select value={value} onChange={(event) => set(event.currentTarget.value)}>
        <option value="">any</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </label>
  );
}
