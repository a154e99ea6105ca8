import { base } from '../route';

/** Opens the actor's part of the graph in Gephi Lite, which reads it from here if the server lets pages of its origin. */
export function GephiLite({ id }: { id: string }) {
  const file = `${location.origin}${base}/export?format=gexf&view=actors&actor=${encodeURIComponent(id)}`;
  return (
    <a
      href={`https://lite.gephi.org/?file=${encodeURIComponent(file)}`}
      target="_blank"
      rel="noopener noreferrer"
      title="It reads the graph from here, where the server was started with --allow-origin https://lite.gephi.org"
    >
      Gephi Lite
    </a>
  );
}
