import type Graph from 'graphology';

/** What a node is on the picture. */
export interface NodeLook {
  x: number;
  y: number;
  label: string;
  size: number;
  color: string;
  type: string;
  id: string;
  kind: string;
  degree: number;
  fixed?: boolean;
  hidden?: boolean;
}

/** What a link is on the picture. */
export interface EdgeLook {
  relationship: string;
  count: number;
  first: string | null;
  last: string | null;
  size: number;
  color: string;
  type: 'curved' | 'straight';
  faded?: boolean;
}

export type Drawn = Graph<NodeLook, EdgeLook>;

interface Shapes {
  lines: { d: string; width: number; colour: string; opacity: number; head: string }[];
  circles: { x: number; y: number; radius: number; colour: string }[];
  labels: { x: number; y: number; text: string }[];
  width: number;
  height: number;
}

const WIDTH_PX = 1_600;
const MARGIN_PX = 110;
const LABEL_PX = 15;
/** How far a curve leaves the straight line, by its length. */
const CURVATURE = 0.14;

/** The picture as shapes: what SVG and PNG are made of, so that both show the same. */
export function shapesOf(graph: Drawn): Shapes {
  const nodes = graph.filterNodes((_, look) => !look.hidden);
  const [xs, ys] = [nodes.map((node) => graph.getNodeAttribute(node, 'x')), nodes.map((node) => graph.getNodeAttribute(node, 'y'))];
  const [left, right, bottom, top] = [Math.min(0, ...xs), Math.max(1, ...xs), Math.min(0, ...ys), Math.max(1, ...ys)];
  const scale = (WIDTH_PX - 2 * MARGIN_PX) / Math.max(right - left, top - bottom, 1e-9);
  const place = (node: string) => {
    const { x, y, size } = graph.getNodeAttributes(node);
    return { x: MARGIN_PX + (x - left) * scale, y: MARGIN_PX + (top - y) * scale, radius: size * 1.3 };
  };
  const shapes: Shapes = {
    lines: [],
    circles: [],
    labels: [],
    width: WIDTH_PX,
    height: Math.max(300, 2 * MARGIN_PX + (top - bottom) * scale),
  };
  graph.forEachEdge((_edge, look, source, target) => {
    if (graph.getNodeAttribute(source, 'hidden') || graph.getNodeAttribute(target, 'hidden')) return;
    shapes.lines.push({
      ...line(place(source), place(target), look.type === 'curved', look.size * 1.3),
      width: look.size * 1.3,
      colour: look.color,
      opacity: look.faded ? 0.15 : 0.75,
    });
  });
  for (const node of nodes) {
    const at = place(node);
    shapes.circles.push({ ...at, colour: graph.getNodeAttribute(node, 'color') });
    shapes.labels.push({ x: at.x + at.radius + 4, y: at.y + LABEL_PX / 3, text: graph.getNodeAttribute(node, 'label') });
  }
  return shapes;
}

function line(
  from: { x: number; y: number; radius: number },
  to: { x: number; y: number; radius: number },
  isCurved: boolean,
  width: number,
): { d: string; head: string } {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy);
  const round = (value: number) => Math.round(value * 10) / 10;
  if (length < 1) {
    const r = from.radius + 8;
    return { d: `M${round(from.x)} ${round(from.y - from.radius)}a${r} ${r} 0 1 1 1 0`, head: '' };
  }
  const bend = isCurved ? CURVATURE * length : 0;
  const [mx, my] = [(from.x + to.x) / 2 - (dy / length) * bend, (from.y + to.y) / 2 + (dx / length) * bend];
  const [ex, ey] = [to.x - mx, to.y - my];
  const end = Math.hypot(ex, ey);
  const [ux, uy] = [ex / end, ey / end];
  const [tipX, tipY] = [to.x - ux * to.radius, to.y - uy * to.radius];
  const size = 5 + width * 1.6;
  const [baseX, baseY] = [tipX - ux * size, tipY - uy * size];
  const half = size * 0.45;
  return {
    d: `M${round(from.x)} ${round(from.y)}Q${round(mx)} ${round(my)} ${round(baseX)} ${round(baseY)}`,
    head: `M${round(tipX)} ${round(tipY)}L${round(baseX - uy * half)} ${round(baseY + ux * half)}L${round(baseX + uy * half)} ${round(baseY - ux * half)}Z`,
  };
}

export const xml = (text: string): string =>
  text
    .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd');

export function svgOf(graph: Drawn, ink: string, back: string): string {
  const { lines, circles, labels, width, height } = shapesOf(graph);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${Math.round(height)}" viewBox="0 0 ${width} ${Math.round(height)}" font-family="system-ui, sans-serif" font-size="${LABEL_PX}">`,
    `<rect width="100%" height="100%" fill="${back}"/>`,
    ...lines.map(
      (one) =>
        `<g opacity="${one.opacity}"><path d="${one.d}" fill="none" stroke="${one.colour}" stroke-width="${one.width.toFixed(1)}"/><path d="${one.head}" fill="${one.colour}"/></g>`,
    ),
    ...circles.map(
      (one) =>
        `<circle cx="${one.x.toFixed(1)}" cy="${one.y.toFixed(1)}" r="${one.radius.toFixed(1)}" fill="${one.colour}" stroke="${back}" stroke-width="1.5"/>`,
    ),
    ...labels.map(
      (one) =>
        `<text x="${one.x.toFixed(1)}" y="${one.y.toFixed(1)}" fill="${ink}" stroke="${back}" stroke-width="3" paint-order="stroke">${xml(one.text)}</text>`,
    ),
    '</svg>',
  ].join('\n');
}

export async function pngOf(graph: Drawn, ink: string, back: string): Promise<Blob> {
  const { lines, circles, labels, width, height } = shapesOf(graph);
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width, Math.round(height)];
  const pen = canvas.getContext('2d')!;
  pen.fillStyle = back;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  for (const one of lines) {
    pen.globalAlpha = one.opacity;
    pen.strokeStyle = pen.fillStyle = one.colour;
    pen.lineWidth = one.width;
    pen.stroke(new Path2D(one.d));
    pen.fill(new Path2D(one.head));
  }
  pen.globalAlpha = 1;
  for (const one of circles) {
    pen.fillStyle = one.colour;
    pen.beginPath();
    pen.arc(one.x, one.y, one.radius, 0, 2 * Math.PI);
    pen.fill();
  }
  pen.font = `${LABEL_PX}px system-ui, sans-serif`;
  pen.lineJoin = 'round';
  for (const one of labels) {
    pen.lineWidth = 3;
    pen.strokeStyle = back;
    pen.strokeText(one.text, one.x, one.y);
    pen.fillStyle = ink;
    pen.fillText(one.text, one.x, one.y);
  }
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The picture is too large to save.'))), 'image/png'),
  );
}
