import EdgeCurveProgram, { EdgeCurvedArrowProgram } from '@sigma/edge-curve';
import Sigma from 'sigma';
import { EdgeArrowProgram } from 'sigma/rendering';
import { token } from '../parts/colours';
import { layOut, type Layout } from './layout';
import type { Drawn } from './shapes';

/** From so many links on they are left out while the picture is moved: without a graphics processor each frame would take too long. */
const MANY_LINKS = 400;

/** What the reader does with the picture. */
export interface Doing {
  choose: (node: string | null, isMore: boolean) => void;
  expand: (node: string) => void;
}

export interface Drawing {
  fit: () => void;
  mark: (chosen: ReadonlySet<string>, path: ReadonlySet<string>) => void;
  close: () => void;
}

/** Draws a graph with WebGL; throws where the browser has none. */
export function draw(graph: Drawn, place: HTMLElement, doing: Doing): Drawing {
  let chosen: ReadonlySet<string> = new Set();
  let path: ReadonlySet<string> = new Set();
  let hovered: string | null = null;
  const [ink, accent, quiet] = [token('--ink'), token('--accent'), token('--line')];
  const sigma = new Sigma(graph, place, {
    defaultEdgeType: 'straight',
    edgeProgramClasses: { straight: EdgeArrowProgram, curved: EdgeCurvedArrowProgram as typeof EdgeCurveProgram },
    labelColor: { color: ink },
    labelFont: 'system-ui, sans-serif',
    labelSize: 13,
    labelDensity: 1.2,
    labelRenderedSizeThreshold: 5,
    zIndex: true,
    hideEdgesOnMove: graph.size > MANY_LINKS,
    hideLabelsOnMove: graph.size > MANY_LINKS,
    stagePadding: 70,
    allowInvalidContainer: true,
    defaultDrawNodeHover: (pen, data, settings) => {
      pen.font = `${settings.labelSize}px ${settings.labelFont}`;
      pen.lineWidth = 4;
      pen.strokeStyle = token('--sheet');
      pen.fillStyle = ink;
      pen.strokeText(data.label ?? '', data.x + data.size + 3, data.y + settings.labelSize / 3);
      pen.fillText(data.label ?? '', data.x + data.size + 3, data.y + settings.labelSize / 3);
    },
    nodeReducer: (node, look) => {
      const isNear = hovered === null || node === hovered || graph.areNeighbors(node, hovered);
      return {
        ...look,
        color: isNear ? look.color : quiet,
        label: isNear || chosen.has(node) ? look.label : '',
        highlighted: chosen.has(node),
        forceLabel: chosen.has(node) || path.has(node),
        size: chosen.has(node) ? look.size * 1.25 : look.size,
        zIndex: chosen.has(node) ? 2 : 1,
      };
    },
    edgeReducer: (edge, look) => {
      const isNear = hovered === null || graph.hasExtremity(edge, hovered);
      if (path.has(edge)) return { ...look, color: accent, size: Math.max(3, look.size), zIndex: 3 };
      return { ...look, color: look.faded || !isNear ? quiet : look.color, size: look.faded ? 0.6 : look.size, zIndex: look.faded ? 0 : 1 };
    },
  });

  const layout: Layout = layOut(graph);
  let dragged: string | null = null;
  sigma.on('enterNode', ({ node }) => {
    hovered = node;
    sigma.refresh({ skipIndexation: true });
  });
  sigma.on('leaveNode', () => {
    hovered = null;
    sigma.refresh({ skipIndexation: true });
  });
  sigma.on('clickNode', ({ node, event }) => doing.choose(node, (event.original as MouseEvent).shiftKey));
  sigma.on('clickStage', () => doing.choose(null, false));
  sigma.on('doubleClickNode', ({ node, preventSigmaDefault }) => {
    preventSigmaDefault();
    doing.expand(node);
  });
  sigma.on('downNode', ({ node }) => {
    dragged = node;
    if (!sigma.getCustomBBox()) sigma.setCustomBBox(sigma.getBBox());
  });
  sigma.on('moveBody', ({ event }) => {
    if (dragged === null) return;
    graph.mergeNodeAttributes(dragged, { ...sigma.viewportToGraph(event), fixed: true });
    layout.hold(dragged);
    event.preventSigmaDefault();
    event.original.preventDefault();
  });
  const drop = () => void (dragged = null);
  sigma.on('upNode', drop);
  sigma.on('upStage', drop);

  return {
    fit: () => {
      sigma.setCustomBBox(null);
      sigma.refresh();
      void sigma.getCamera().animatedReset();
    },
    mark: (nodes, edges) => {
      [chosen, path] = [nodes, edges];
      sigma.refresh({ skipIndexation: true });
    },
    close: () => {
      layout.stop();
      sigma.kill();
    },
  };
}
