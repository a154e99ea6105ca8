import { useState } from 'preact/hooks';
import { useAnswer } from '../api';
import { domain, pageOf, sentence, words } from '../domain';
import type { ActShown } from '../pages/act';
import { bibtex, csl, plain, type Cited } from './citation';
import query from '../queries/passage.graphql';
import type { PassageQuery } from '../types';
import { inContext, marked, type Surface } from './marks';
import { useNear } from './near';
import { say } from './states';
import { Name, Text, dayText, languageOf, safeUrl } from './text';

export type Report = NonNullable<ActShown['reports']>['edges'][number]['node'];

/** Code points of the text on either side of the words. */
const CONTEXT = 300;

const today = (): string => new Date().toISOString().slice(0, 10);

/** One piece of evidence: the words in their context, with the parties marked, and where they stand; with citations to copy. */
export function Evidence({ of, act, surfaces }: { of: Report; act: ActShown; surfaces: Surface[] }) {
  const document = of.document;
  const source = document?.digestOf ?? document;
  const url = safeUrl(source?.url ?? document?.url);
  const lang = document?.language ?? languageOf(of.quote);
  const [place, isNear] = useNear<HTMLElement>();
  const isPlaced = of.startOffset != null && of.endOffset != null;
  const kept = useAnswer<PassageQuery>(domain().isShipped && isPlaced && isNear ? query : null, { evidence: of.id, characters: CONTEXT });
  const passage = kept.data?.documents[0]?.passage;
  const context = passage && isPlaced ? inContext(passage, of.startOffset!, of.endOffset!) : undefined;
  const { before, words: quoted, after } = context ?? { before: of.prefix, words: of.quote, after: of.suffix };
  return (
    <figure class="evidence" ref={place}>
      <blockquote lang={lang ?? undefined} dir="auto" cite={url}>
        {before && (
          <span class="context">
            <Marked text={before} surfaces={surfaces} />
          </span>
        )}
        <mark class="words">
          <Marked text={quoted} surfaces={surfaces} />
        </mark>
        {after && (
          <span class="context">
            <Marked text={after} surfaces={surfaces} />
          </span>
        )}
      </blockquote>
      <figcaption>
        <p>
          {source?.publisher && (
            <>
              <Name of={source.publisher} />,{' '}
            </>
          )}
          {source &&
            (url ? (
              <a href={url} target="_blank" rel="noopener noreferrer">
                <Text lang={source.language}>{source.title}</Text>
              </a>
            ) : (
              <Text lang={source.language}>{source.title}</Text>
            ))}
          {source?.published && (
            <>
              , <time dateTime={source.published}>{dayText(source.published)}</time>
            </>
          )}
          {source?.author && (
            <>
              , by <Text>{source.author}</Text>
            </>
          )}
          {document?.digestOf && (
            <span class="quiet">
              . The words are those of a <a href={pageOf('Document', document.id)}>digest</a> of it
              {document.published ? '' : ', kept with the graph'}.
            </span>
          )}
        </p>
        <p class="quiet small">
          {source && <>{sentence(words(source.kind))}. </>}
          {(document?.licence ?? act.dataset?.licence) && <>Licence: {document?.licence ?? act.dataset?.licence}. </>}
          {act.method && (
            <>
              Recorded as {words(act.method)}, confidence {act.confidence}.{' '}
            </>
          )}
        </p>
        {source && <Citation of={{ ...source, quote: of.quote, publisher: source.publisher?.name, url }} />}
      </figcaption>
    </figure>
  );
}

/** A text with the parties marked where it names them. */
function Marked({ text, surfaces }: { text: string; surfaces: Surface[] }) {
  return (
    <>
      {marked(text, surfaces).map((part, index) =>
        part.role ? (
          <span key={index} class={`party ${part.role}`}>
            {part.text}
          </span>
        ) : (
          part.text
        ),
      )}
    </>
  );
}

const FORMS = { 'Plain text': plain, BibTeX: bibtex, 'CSL-JSON': csl };

/** Copies a citation; where the browser lets nobody copy (a page without https), it shows it to be copied by hand. */
function Citation({ of }: { of: Cited }) {
  const [shown, setShown] = useState<{ name: string; text: string; copied: boolean }>();
  async function copy(name: keyof typeof FORMS) {
    const text = FORMS[name](of, today());
    const copied = await (navigator.clipboard?.writeText(text) ?? Promise.reject(new Error())).then(
      () => true,
      () => false,
    );
    setShown({ name, text, copied });
    say(copied ? `The citation is copied as ${name}.` : `The citation as ${name} is shown; copy it from there.`);
  }
  return (
    <>
      <p class="buttons">
        <span class="quiet">Copy citation</span>
        {(Object.keys(FORMS) as (keyof typeof FORMS)[]).map((name) => (
          <button key={name} type="button" class="plain" onClick={() => void copy(name)}>
            {name}
          </button>
        ))}
      </p>
      {shown && (
        <div class="citation">
          <p class="quiet small">{shown.copied ? `Copied as ${shown.name}` : `${shown.name}, to copy from here`}</p>
          <pre tabIndex={0}>{shown.text}</pre>
        </div>
      )}
    </>
  );
}
