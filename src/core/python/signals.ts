/** The signals by which a program may be meant to end; real-time signals and those that end nothing are none of them. */
const names = new Set(
  'ABRT ALRM BUS FPE HUP ILL INT KILL PIPE QUIT SEGV SYS TERM TRAP USR1 USR2 XCPU XFSZ'
    .split(' ')
    .map((name) => `SIG${name}`),
);

export function isSignal(name: string): boolean {
  return names.has(name);
}
