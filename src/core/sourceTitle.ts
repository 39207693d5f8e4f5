/** What a source is called in a list: told from its address, since pages are not fetched. */

/** A map: a page may be called `constructor`. */
const parts: ReadonlyMap<string, string> = new Map(
  Object.entries({
    library: 'Python library',
    reference: 'Python language reference',
    howto: 'Python HOWTO',
    whatsnew: 'What’s new in Python',
    tutorial: 'Python tutorial',
    faq: 'Python FAQ',
    'c-api': 'Python/C API',
    extending: 'Extending Python',
    using: 'Using Python',
    builtins: 'Python builtins',
  }),
);

/** @returns `PEP 703`, `Python library: threading`, `Python glossary: global interpreter lock`, `docs.pytest.org: fixtures` */
export function sourceTitle(address: string): string {
  const url = URL.parse(address);
  if (!url) return address;
  const path = url.pathname.split('/').filter((part) => part !== '' && part !== 'index.html');
  const page = wordsOf((path.at(-1) ?? '').replace(/\.html?$/, ''));
  const place = placeOf(url.hash);
  const pep = Number(/^pep-(\d{1,6})/.exec(path[0] ?? '')?.[1]);
  if (url.hostname === 'peps.python.org' && pep > 0)
    return place === '' ? `PEP ${String(pep)}` : `PEP ${String(pep)}: ${place}`;
  if (url.hostname !== 'docs.python.org') {
    const about = [page, place].filter((part) => part !== '').join(', ');
    return about === '' ? url.hostname : `${url.hostname}: ${about}`;
  }
  const inside = /^(?:[a-z]{2}(?:-[a-z]+)?|\d(?:\.\d+)?|dev)$/;
  const [book, ...rest] = path.filter((part) => !inside.test(part));
  if (book === undefined) return 'Python documentation';
  if (/^glossary/.test(book))
    return place === '' ? 'Python glossary' : `Python glossary: ${place.replace(/^term /i, '')}`;
  const title = parts.get(book) ?? `Python documentation: ${wordsOf(book.replace(/\.html?$/, ''))}`;
  if (rest.length === 0) return place === '' ? title : `${title}, ${place}`;
  return book === 'whatsnew' ? `${title} ${page}` : `${title}: ${place === '' ? page : place}`;
}

/** The place within a page, where its name says something: a function or a term, not `id3`. */
function placeOf(hash: string): string {
  const name = decoded(hash.slice(1)).replace(/^(?:module|cmdoption|pep)-/, '');
  return /^id\d+$/.test(name) ? '' : /[._(]/.test(name) ? name : wordsOf(name);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // No encoding at all.
  }
}

function wordsOf(name: string): string {
  return name.replaceAll('-', ' ').trim();
}
