/** The requirements of a list: parted at commas, but not at those within brackets or before a version (`a>=2,<3`). */
export function splitRequirements(list: string): readonly string[] {
  const requirements: string[] = [];
  let start = 0;
  let inBrackets = false;
  const take = (end: number): void => {
    const requirement = list.slice(start, end).trim();
    if (requirement !== '') requirements.push(requirement);
    start = end + 1;
  };
  for (let at = 0; at < list.length; at++) {
    const character = list[at];
    if (character === '[') inBrackets = true;
    else if (character === ']') inBrackets = false;
    else if (character === ',' && !inBrackets && beginsName(list, at + 1)) take(at);
  }
  take(list.length);
  return requirements;
}

function beginsName(list: string, from: number): boolean {
  const next = /\s*([^]?)/y;
  next.lastIndex = from;
  const first = next.exec(list)?.[1] ?? '';
  return /[A-Za-z,]/.test(first) || first === '';
}
