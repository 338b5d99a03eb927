import { offsetOf } from '../core/offset.ts';
import { keep, kept } from './keep.ts';
import { type Mode, ownTime, type TimeStyle, timeSinceStart } from './time-text.ts';

const asWritten = new WeakMap<HTMLTimeElement, string>();
let mode: Mode = 'event';

/** Lets readers choose in which time they see entries, and remembers it. Only times that say their offset can be shown otherwise. */
export const switchTimes = (tools: HTMLElement): void => {
  const choices = [...tools.querySelectorAll<HTMLInputElement>('input[name="times"]')];
  const choose = (value: string | undefined): void => {
    mode = value === 'own' || value === 'start' ? value : 'event';
    for (const choice of choices) choice.checked = choice.value === mode;
    showTimes(tools);
  };
  for (const choice of choices)
    choice.addEventListener('change', () => {
      keep('times', choice.value);
      choose(choice.value);
    });
  const remembered = kept('times');
  if (remembered !== undefined && remembered !== 'event') choose(remembered);
};

/** Shows every time as it has been chosen. The event's own time stays beside it. */
export const showTimes = (tools: HTMLElement): void => {
  const { start = '', units = '', unitGap = '', spanGap = '', comma = '', beforeStart = '' } = tools.dataset;
  const style = {
    start: Number(start),
    units: units.split(' '),
    unitGap,
    beforeStart,
    spanGap,
    comma,
    language: document.documentElement.lang,
  };
  for (const time of document.querySelectorAll<HTMLTimeElement>('.when time, td.time time'))
    if (time.dateTime.includes('T')) showTime(time, style);
};

const showTime = (time: HTMLTimeElement, style: TimeStyle): void => {
  const written = asWritten.get(time) ?? time.textContent;
  asWritten.set(time, written);
  const beside = time.nextElementSibling;
  if (beside?.className === 'there') beside.remove();
  if (mode === 'event') {
    time.textContent = written;
    return;
  }
  const there = document.createElement('span');
  there.className = 'there';
  there.textContent = ` ${written} ${offsetOf(time.dateTime)}`;
  time.textContent = mode === 'own' ? ownTime(time.dateTime, dayOf(time), style) : timeSinceStart(time.dateTime, style);
  time.after(there);
};

/** The day under which a time stands, if it stands under one. */
const dayOf = (time: HTMLTimeElement): string | undefined =>
  time.dataset['full'] === undefined
    ? (time.closest('section, tbody')?.querySelector<HTMLTimeElement>('h2 time, .day time')?.dateTime ??
      time.dateTime.slice(0, 10))
    : undefined;
