/** Run by the build: what the YAML extension is told of pack.yaml and of quizzes. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toJsonSchema } from '@valibot/to-json-schema';
import type { JsonSchema } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import { quizSchema } from '../../../core/pack/quizSchema.js';
import { descriptionOf } from '../../../core/pack/schemaShape.js';
import { packSchema } from '../../../core/pack/schemas.js';

/** By the name of the file. */
export const jsonSchemas: Readonly<Record<'pack' | 'quiz', JsonSchema>> = {
  pack: jsonSchemaOf(packSchema),
  quiz: jsonSchemaOf(quizSchema),
};

export async function writeJsonSchemas(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [name, schema] of Object.entries(jsonSchemas))
    await writeFile(join(folder, `${name}.schema.json`), JSON.stringify(schema));
}

/** What JSON Schema cannot say, such as that of several options one is right, only our own problems tell. */
function jsonSchemaOf(schema: v.GenericSchema): JsonSchema {
  return toJsonSchema(schema, {
    typeMode: 'input',
    errorMode: 'ignore',
    overrideSchema: ({ valibotSchema, jsonSchema }) => {
      const description = descriptionOf(valibotSchema);
      const described = description === undefined ? {} : { description };
      return { ...jsonSchema, ...asYaml(valibotSchema.type, jsonSchema), ...described };
    },
  });
}

/** To us every scalar is the text that its author wrote; YAML takes some for numbers and truth values. */
function asYaml(type: string, { enum: words }: JsonSchema): JsonSchema {
  if (type === 'object') return { additionalProperties: false };
  if (type === 'string') return { type: ['string', 'number', 'boolean', 'null'] };
  return words?.includes('true') === true
    ? { type: ['string', 'boolean'], enum: [...new Set([...words, true, false])] }
    : {};
}
