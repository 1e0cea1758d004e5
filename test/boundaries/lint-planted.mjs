import { ESLint } from 'eslint';

/** Lints texts as if they stood in the files named, by the project's own rules. Reads `[{ file, text }]`, prints the rules each breaks. */
const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
// A planted text is not what the file says on disk, so types must follow the text.
const eslint = new ESLint({
  overrideConfig: { languageOptions: { parserOptions: { disallowAutomaticSingleRunInference: true } } },
});
const broken = [];
for (const { file, text } of JSON.parse(Buffer.concat(chunks).toString('utf8'))) {
  const [result] = await eslint.lintText(text, { filePath: file });
  broken.push(result.messages.map(({ ruleId, message }) => ruleId ?? message));
}
process.stdout.write(JSON.stringify(broken));
