import { useEffect, useRef, useState } from 'preact/hooks';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { onSchemeChange, token } from './colours';

export interface Line {
  name: string;
  colour: string;
  counts: number[];
}

const HEIGHT_PX = 190;
/** Room that the name of a bucket takes. */
const NAME_PX = 84;
/** A drag that is shorter is a click. */
const BRUSH_PX = 6;

/** Bars over time, one series upon the other; dragging over them takes a stretch of time. */
export default function Chart({
  times,
  lines,
  chosen,
  stretch,
  name,
  label,
}: {
  /** Beginnings of the buckets, in seconds since 1970. */
  times: number[];
  lines: Line[];
  chosen?: [number, number];
  stretch: (from: number, to: number) => void;
  /** What a bucket is called. */
  name: (time: number) => string;
  label: string;
}) {
  const place = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<number | null>(null);
  const [scheme, setScheme] = useState(0);
  useEffect(() => onSchemeChange(() => setScheme((count) => count + 1)), []);
  useEffect(() => {
    const box = place.current!;
    const [ink, line] = [token('--quiet'), token('--line')];
    // The last series is drawn first and highest: each bar is the sum of its own and those before it.
    const sums: number[][] = [];
    lines.forEach((one, index) => sums.push(one.counts.map((count, bucket) => count + (sums[index - 1]?.[bucket] ?? 0))));
    const axis = {
      stroke: ink,
      grid: { stroke: line, width: 1 },
      ticks: { stroke: line, width: 1 },
      font: '12px system-ui, sans-serif',
    };
    const plot = new uPlot(
      {
        width: box.clientWidth,
        height: HEIGHT_PX,
        tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1_000), 'UTC'),
        legend: { show: false },
        cursor: { y: false, points: { show: false }, drag: { x: true, y: false, setScale: false } },
        scales: {
          x: { time: true, range: (_, min, max) => pad(min, max, times) },
          y: { range: (_, __, max) => [0, Math.max(1, Math.ceil(max * 1.08))] },
        },
        axes: [
          { ...axis, splits: (self) => spaced(times, self.width), values: (_, splits) => splits.map((time) => name(time)) },
          { ...axis, size: 44, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000] },
        ],
        series: [
          {},
          ...lines
            .map((_, index) => lines.length - 1 - index)
            .map((index) => ({
              fill: lines[index]!.colour,
              stroke: lines[index]!.colour,
              width: 0,
              points: { show: false },
              paths: uPlot.paths.bars!({ size: [0.82, 60] }),
            })),
        ],
        hooks: {
          setCursor: [(self) => setAt(self.cursor.idx ?? null)],
          setSelect: [
            (self) => {
              if (self.select.width < BRUSH_PX) return;
              stretch(self.posToVal(self.select.left, 'x'), self.posToVal(self.select.left + self.select.width, 'x'));
            },
          ],
        },
      },
      [times, ...[...sums].reverse()] as uPlot.AlignedData,
      box,
    );
    if (chosen) {
      const [left, right] = chosen.map((time) => plot.valToPos(time, 'x')) as [number, number];
      plot.setSelect({ left, width: right - left, top: 0, height: plot.bbox.height / devicePixelRatio }, false);
    }
    const resize = new ResizeObserver(() => plot.setSize({ width: box.clientWidth, height: HEIGHT_PX }));
    resize.observe(box);
    return () => {
      resize.disconnect();
      plot.destroy();
    };
  }, [times, lines, scheme, chosen?.join()]);
  const shown = at ?? -1;
  return (
    <>
      <div ref={place} class="chart" role="img" aria-label={label} />
      <p class="legend">
        {shown >= 0 && times[shown] !== undefined && <strong>{name(times[shown]!)}</strong>}
        {lines.map((one) => (
          <span key={one.name} class="legend-item">
            <svg width="10" height="10" aria-hidden="true">
              <rect width="10" height="10" rx="2" fill={one.colour} />
            </svg>{' '}
            {one.name}
            {shown >= 0 && one.counts[shown] !== undefined && <strong> {one.counts[shown]}</strong>}
          </span>
        ))}
      </p>
    </>
  );
}

/** Of the buckets as many as have room for their names. */
const spaced = (times: number[], width: number): number[] => {
  const every = Math.max(1, Math.ceil((times.length * NAME_PX) / width));
  return times.filter((_, index) => index % every === 0);
};

/** Half a bucket of room at both ends, so that the first and the last bar are whole. */
function pad(min: number, max: number, times: number[]): [number, number] {
  const step = times.length > 1 ? times[1]! - times[0]! : 30 * 86_400;
  return [min - step * 0.6, max + step * 0.6];
}
