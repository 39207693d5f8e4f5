/** Zips as no program would write them. */
import { deflateRawSync } from 'node:zlib';

export interface ZipEntry {
  readonly name: string;
  readonly text?: string;
  /** Bytes of zeros, instead of a text. */
  readonly zeros?: number;
  /** Of a Unix file, its kind among them. */
  readonly mode?: number;
  /** General-purpose flags: 1 for encrypted. */
  readonly flags?: number;
  /** Bytes that it says to unpack to. */
  readonly declared?: number;
  /** Has no data of its own, but that of the entry before it. */
  readonly isOverlapping?: boolean;
}

export function zipFile(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  let last = { at: 0, packed: Buffer.alloc(0), size: 0 };
  for (const entry of entries) {
    const name = Buffer.from(entry.name);
    const flags = (entry.flags ?? 0) | 0x800;
    if (entry.isOverlapping !== true) {
      const data =
        entry.zeros === undefined ? Buffer.from(entry.text ?? '') : Buffer.alloc(entry.zeros);
      last = { at: offset, packed: deflateRawSync(data), size: data.length };
      const head = Buffer.alloc(30);
      head.writeUInt32LE(0x04034b50, 0);
      head.writeUInt16LE(20, 4);
      head.writeUInt16LE(flags, 6);
      head.writeUInt16LE(8, 8);
      head.writeUInt32LE(last.packed.length, 18);
      head.writeUInt32LE(data.length, 22);
      head.writeUInt16LE(name.length, 26);
      parts.push(head, name, last.packed);
      offset += head.length + name.length + last.packed.length;
    }
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    // Made by Unix, whose modes the attributes then hold.
    central.writeUInt16LE((3 << 8) | 20, 4);
    central.writeUInt16LE(20, 6);
    central.writeUInt16LE(flags, 8);
    central.writeUInt16LE(8, 10);
    central.writeUInt32LE(last.packed.length, 20);
    central.writeUInt32LE(entry.declared ?? last.size, 24);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 38);
    central.writeUInt32LE(last.at, 42);
    directory.push(central, name);
  }
  const bytes = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Math.min(entries.length, 0xffff), 8);
  end.writeUInt16LE(Math.min(entries.length, 0xffff), 10);
  end.writeUInt32LE(bytes.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, bytes, end]);
}
