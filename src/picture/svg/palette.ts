/** The colours of the product as data: figures print them, and the screen's style sheet is made from the same. */

export type Theme = 'light' | 'dark';

const light = {
  canvas: '#F4F5F7',
  panel: '#FFFFFF',
  raised: '#FFFFFF',
  sunken: '#EDEFF2',
  chip: '#EBEDF1',
  hover: '#F1F2F5',
  line: '#DFE3E8',
  lineStrong: '#BEC5CF',
  field: '#848D9B',
  frame: '#848D9C',
  text: '#14181F',
  text2: '#434B58',
  text3: '#626B79',
  accent: '#5646D2',
  accentTint: '#ECEAFB',
  onAccent: '#FFFFFF',
  warn: '#8A5200',
  warnTint: '#FCF0D6',
  err: '#AE1238',
  errTint: '#FCE8ED',
  info: '#155FC2',
  infoTint: '#E6EFFB',
  lit: '#FFF3C9',
  addT: '#DFF3F0',
  delT: '#FCE8ED',
  jsonString: '#00675E',
  jsonNumber: '#155FC2',
  jsonWord: '#8A3FA0',
} as const;

/** A colour by what it is for. */
export type ColourName = keyof typeof light;

const dark: Readonly<Record<ColourName, string>> = {
  canvas: '#0E1115',
  panel: '#15191F',
  raised: '#1A1F26',
  sunken: '#0F1318',
  chip: '#252C35',
  hover: '#1F252D',
  line: '#272E37',
  lineStrong: '#3D4653',
  field: '#6C7685',
  frame: '#616B7C',
  text: '#E8EBF0',
  text2: '#B6BEC9',
  text3: '#8F99A7',
  accent: '#A99DFF',
  accentTint: '#28244A',
  onAccent: '#14112B',
  warn: '#EDB658',
  warnTint: '#36290D',
  err: '#FF8DA3',
  errTint: '#421522',
  info: '#7FB2FF',
  infoTint: '#17294A',
  lit: '#38300F',
  addT: '#0C312C',
  delT: '#421522',
  jsonString: '#6FD6C4',
  jsonNumber: '#7FB2FF',
  jsonWord: '#D69BE8',
};

/** All colours of surfaces, text and findings; those of conditions and states stand with them. */
export const palette: Readonly<Record<Theme, Readonly<Record<ColourName, string>>>> = { light, dark };
