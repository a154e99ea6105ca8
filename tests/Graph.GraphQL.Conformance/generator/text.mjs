// GraphQL text as tokens: cut, joined in different layouts, misspelt.

const TOKEN = /"""(?:\\"""|[^])*?"""|"(?:\\.|[^"\\\n])*"|\.\.\.|[_A-Za-z]\w*|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|[!$&():=@[\]{|}]/g;

/** The tokens of a correct document, without commas and comments. */
export const tokens = (text) => text.match(TOKEN) ?? [];

const isWord = (token) => /^[\w-]/.test(token);
const gaps = {
  narrow: (random, before, after) => ((isWord(before) && isWord(after)) || /^"/.test(after) ? ' ' : ''),
  wide: (random) => random.pick([' ', '  ', '\t', ', ']),
  lines: (random) => random.pick([' ', '\n', '\n  ', ' ']),
  carriage: (random) => random.pick([' ', '\r\n', '\r', '\n']),
  noted: (random) => random.pick([' ', ' ', '\n', ' # é 😀 note\n', '\n#\n', ',,', '\uFEFF']),
};

/** The same tokens with other white space, line ends and comments between them. */
export function layout(random, list) {
  const gap = gaps[random.pick(Object.keys(gaps))];
  return list.reduce((text, token, index) => text + (index ? gap(random, list[index - 1], token) : '') + token, '');
}

/** A name as somebody in a hurry would write it. */
export function typo(random, name) {
  const at = random.between(0, name.length - 1);
  const letter = random.pick([...'aeinrstxyz']);
  return random
    .pick([
      () => name.slice(0, at) + name.slice(at + 1) || letter,
      () => name.slice(0, at) + letter + name.slice(at),
      () => name.slice(0, at) + letter + name.slice(at + 1),
      () => name.slice(0, at) + (name[at + 1] ?? '') + name[at] + name.slice(at + 2),
      () => name[0].toUpperCase() + name.slice(1).toLowerCase(),
      () => name.toUpperCase(),
      () => name.toLowerCase(),
      () => `${name}s`,
      () => `unknown${letter.toUpperCase()}`,
      () => name.slice(0, 2) + letter + letter + name.slice(2),
    ])()
    .replace(/^(?=\d|$)/, 'n');
}

/** The same tokens with some of the words exchanged for other words of the two texts: still a document, mostly nonsense. */
export function reworded(random, text, other = '') {
  const list = tokens(text);
  const words = (of) => of.filter((token) => /^[_A-Za-z0-9"-]/.test(token));
  const known = words([...list, ...tokens(other)]);
  for (let changes = random.between(1, 3); changes; changes--) {
    const word = random.pick(words(list));
    const kind = random.chance(0.8) ? /^\w/.test(word) : undefined;
    list[random.chance(0.5) ? list.indexOf(word) : list.lastIndexOf(word)] = random.pick(
      known.filter((it) => kind === undefined || /^\w/.test(it) === kind),
    );
  }
  return layout(random, list);
}
