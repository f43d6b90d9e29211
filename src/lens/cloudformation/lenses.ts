/** The lenses for CloudFormation templates: the template stays as it is, and edits are written into it. */
import { isRefusal } from '../../model/edit.ts';
import type { Lens } from '../lens.ts';
import { pathInFile } from './filePath.ts';
import { notWhole, patchTemplate } from './patchTemplate.ts';
import { open, readTemplate } from './readTemplate.ts';
import { type Language, templateOf } from './template.ts';

function lensOf(language: Language): Lens {
  const id = `cloudformation-${language}`;
  return {
    id,
    detect: (text) => {
      const [first] = templateOf(text, language).taskNames;
      return first === undefined ? undefined : { lens: id, root: ['Resources', first, 'Properties'] };
    },
    read: (text, source) => readTemplate(text, source, language),
    patch: (text, source, edits) => patchTemplate(text, source, edits, language),
    cannotEdit: ({ text, source, whole }, path) => {
      if (!whole) return notWhole(text, source, language);
      const { tree } = open(text, source, language);
      const found = tree === undefined ? [] : pathInFile(tree, path);
      return isRefusal(found) ? found : undefined;
    },
  };
}

/** A YAML template, as people write them. */
export const cloudformationYaml = lensOf('yaml');

/** A JSON template, as the CDK synthesises them. */
export const cloudformationJson = lensOf('json');
