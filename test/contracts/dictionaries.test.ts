import { it } from 'vitest';
import { z } from 'zod';
import * as schemas from '../../src/detect/dictionary/schema.ts';
import { expectYaml } from './lines.ts';

it('the format of dictionaries: every kind of file, as JSON Schema of what may be written', async () => {
  const kinds = Object.entries(schemas).filter(([, kind]) => kind instanceof z.ZodType);
  const described = kinds.map(([name, kind]) => [
    name,
    z.toJSONSchema(kind as z.ZodType, { io: 'input', unrepresentable: 'any' }),
  ]);
  await expectYaml('dictionaries.yaml', Object.fromEntries(described));
});
