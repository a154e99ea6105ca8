import type { FunctionComponent } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { useAnswer } from '../api';
import { act, acts, countOfActs, domain, sentence, words } from '../domain';
import { enumName, kinds, type Where } from '../filter';
import query from '../queries/timeline.graphql';
import { go, route, withParams } from '../route';
import type { TimelineQuery } from '../types';
import { OTHER, SERIES } from './colours';
import type ChartType from './chart';
import type { Line } from './chart';
import { csv, download } from './download';
import { Answer, Empty } from './states';
import { dayText, number } from './text';

type Bucket = 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER' | 'YEAR';
const BUCKETS: Bucket[] = ['DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR'];
/** Series that are named; the others are one. */
const TOP = 8;

/** Two sides of one axis: who did what to whom, and back. */
export interface Side {
  name: string;
  where?: Where;
}

const isoDay = (seconds: number): string => new Date(seconds * 1_000).toISOString().slice(0, 10);
/** A bucket as people call it: `Mar 2025`, `Q1 2025`, `2025`, `7 Jun 2025`. */
function bucketName(bucket: Bucket, seconds: number): string {
  const day = isoDay(seconds);
  if (bucket === 'YEAR') return day.slice(0, 4);
  if (bucket === 'QUARTER') return `Q${Math.ceil(Number(day.slice(5, 7)) / 3)} ${day.slice(0, 4)}`;
  return bucket === 'MONTH' ? dayText(day, true).replace(/^\d+ /, '') : dayText(day, true);
}

const secondsOf = (day: string | null): number | undefined => (day && !Number.isNaN(Date.parse(day)) ? Date.parse(day) / 1_000 : undefined);

/** Acts over time: empty stretches are seen, dragging over the bars sets the days of the filter. */
export function Timeline({ where, controls = false }: { where?: Where; controls?: boolean }) {
  const { params } = route();
  const bucket = (BUCKETS.includes(params.get('bucket') as Bucket) ? params.get('bucket') : 'MONTH') as Bucket;
  const series = controls ? (params.get('series') ?? 'NONE') : 'NONE';
  const answer = useAnswer<TimelineQuery>(query, { where, acts: kinds(), bucket, series, top: TOP });
  return (
    <>
      {controls && <Controls bucket={bucket} series={series} />}
      <Answer of={answer} asking={`${acts()} over time`}>
        {(data) => <Shown lines={linesOf(data.rows)} times={timesOf(data.rows)} bucket={bucket} overlaps undated={data.notes?.undated} />}
      </Answer>
    </>
  );
}

/** The two directions between two actors on one axis. */
export function TwoSides({ sides }: { sides: [Side, Side] }) {
  const variables = { acts: kinds(), bucket: 'MONTH', series: 'NONE', top: 0 };
  const [one, other] = [
    useAnswer<TimelineQuery>(query, { ...variables, where: sides[0].where }),
    useAnswer<TimelineQuery>(query, { ...variables, where: sides[1].where }),
  ];
  return (
    <Answer of={one} asking={`${acts()} over time`}>
      {(first) => (
        <Answer of={other} asking={`${acts()} over time`}>
          {(second) => {
            const times = allMonths([...first.rows, ...second.rows].map((row) => row.time));
            const counts = (data: TimelineQuery) =>
              times.map((time) => data.rows.find((row) => Date.parse(row.time) / 1_000 === time)?.count ?? 0);
            return (
              <Shown
                times={times}
                bucket="MONTH"
                lines={[
                  { name: sides[0].name, colour: SERIES[0]!, counts: counts(first) },
                  { name: sides[1].name, colour: SERIES[1]!, counts: counts(second) },
                ]}
              />
            );
          }}
        </Answer>
      )}
    </Answer>
  );
}

function allMonths(given: string[]): number[] {
  if (given.length === 0) return [];
  const sorted = [...given].sort();
  const months: number[] = [];
  const end = Date.parse(sorted.at(-1)!);
  for (const month = new Date(sorted[0]!); month.getTime() <= end; month.setUTCMonth(month.getUTCMonth() + 1))
    months.push(month.getTime() / 1_000);
  return months;
}

type Row = TimelineQuery['rows'][number];
const timesOf = (rows: Row[]): number[] => [...new Set(rows.map((row) => Date.parse(row.time) / 1_000))].sort((a, b) => a - b);

function linesOf(rows: Row[]): Line[] {
  const times = timesOf(rows);
  const index = new Map(times.map((time, place) => [time, place]));
  const lines = new Map<string, Line>();
  for (const row of rows) {
    const key = row.isOther ? '\0other' : (row.seriesKey ?? row.series ?? '');
    let line = lines.get(key);
    if (!line) {
      const colour = row.isOther ? OTHER : SERIES[[...lines.keys()].filter((one) => one !== '\0other').length % SERIES.length]!;
      lines.set(
        key,
        (line = {
          name: row.isOther ? 'all others' : row.series ? (row.series === row.seriesKey ? words(row.series) : row.series) : acts(),
          colour,
          counts: times.map(() => 0),
        }),
      );
    }
    line.counts[index.get(Date.parse(row.time) / 1_000)!]! += row.count;
  }
  return [...lines.values()];
}

function Shown({
  times,
  lines,
  bucket,
  overlaps,
  undated,
}: {
  times: number[];
  lines: Line[];
  bucket: Bucket;
  overlaps?: boolean;
  undated?: number;
}) {
  const [Chart, setChart] = useState<typeof ChartType>();
  useEffect(
    () => void import('./chart').then((module) => setChart(() => module.default as FunctionComponent<never> as typeof ChartType)),
    [],
  );
  const { params } = route();
  const [from, to] = [secondsOf(params.get('from')), secondsOf(params.get('to'))];
  const key = JSON.stringify([times, lines]);
  const kept = useMemo(() => ({ times, lines }), [key]);
  if (times.length === 0)
    return (
      <Empty>
        <p>
          No {act()} with a day matches{undated ? `; ${countOfActs(undated)} without a day ${undated === 1 ? 'does' : 'do'}` : ''}.
        </p>
      </Empty>
    );
  const total = lines.reduce((sum, line) => sum + line.counts.reduce((one, count) => one + count, 0), 0);
  const rows = times.map((time, index) => [bucketName(bucket, time), ...lines.map((line) => line.counts[index] ?? 0)]);
  const label = `${countOfActs(total)} from ${dayText(isoDay(times[0]!))} to the ${words(bucket)} of ${dayText(isoDay(times.at(-1)!))}, as bars; the table below tells the same.`;
  return (
    <div class="timeline">
      {Chart ? (
        <Chart
          times={kept.times}
          lines={kept.lines}
          label={label}
          name={(time) => bucketName(bucket, time)}
          chosen={from !== undefined && to !== undefined ? [from, to + 86_400] : undefined}
          stretch={(first, last) => go(withParams({ from: isoDay(first), to: isoDay(last) }))}
        />
      ) : (
        <div class="chart" aria-busy="true" />
      )}
      <p class="quiet small">
        Drag over the bars to choose days
        {from !== undefined || to !== undefined ? (
          <>
            ;{' '}
            <button type="button" class="plain" onClick={() => go(withParams({ from: null, to: null }))}>
              all days
            </button>
          </>
        ) : (
          ''
        )}
        .{undated ? ` ${number(undated)} without a day ${undated === 1 ? 'is' : 'are'} not in it.` : ''}
        {overlaps && lines.length > 1 ? ` One ${act()} of several series counts in each.` : ''}
      </p>
      <details>
        <summary>As a table</summary>
        <div class="scroll" tabIndex={0}>
          <table class="plain-table">
            <thead>
              <tr>
                <th scope="col">{sentence(words(bucket))}</th>
                {lines.map((line) => (
                  <th key={line.name} scope="col">
                    {line.name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row[0]}>
                  <th scope="row">{row[0]}</th>
                  {row.slice(1).map((count, index) => (
                    <td key={index}>{count}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <button
          type="button"
          class="plain"
          onClick={() => download('timeline.csv', 'text/csv', csv([[words(bucket), ...lines.map((line) => line.name)], ...rows]))}
        >
          Save as CSV
        </button>
      </details>
    </div>
  );
}

function Controls({ bucket, series }: { bucket: Bucket; series: string }) {
  const described = domain().act!;
  const options: [string, string][] = [
    ['NONE', 'all together'],
    [enumName(described.actor), words(described.actor)],
    [enumName(described.counterpart), words(described.counterpart)],
    ['PAIR', 'pair'],
    ...described.series.map((one): [string, string] => [enumName(one.name), one.name === described.kind ? 'kind of act' : words(one.name)]),
  ];
  return (
    <p class="controls">
      <label>
        By{' '}
        <select
          value={bucket}
          onChange={(event) => go(withParams({ bucket: event.currentTarget.value === 'MONTH' ? null : event.currentTarget.value }))}
        >
          {BUCKETS.map((one) => (
            <option key={one} value={one}>
              {words(one)}
            </option>
          ))}
        </select>
      </label>
      <label>
        Split by{' '}
        <select
          value={series}
          onChange={(event) => go(withParams({ series: event.currentTarget.value === 'NONE' ? null : event.currentTarget.value }))}
        >
          {options.map(([value, text]) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      </label>
    </p>
  );
}
