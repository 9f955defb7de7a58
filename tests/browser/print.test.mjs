// The questionnaire on paper: nothing missing, nothing cut, nothing private, in both languages.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { SAMPLE, clean, content, fresh, launch, visit } from './helpers.mjs';

const sample = content('sample.json');

let browser;
before(async () => { browser = await launch(); });
after(async () => { await browser?.close(); });

for (const locale of ['zh-CN', 'en']) {
  for (const form of ['blank', 'filled']) {
    test(`${form}, ${locale}: ninety questions with five descriptions each, dark screen, light paper`, async () => {
      const { page, context, wrong } = await fresh(browser, { locale, theme: 'dark' });
      await visit(page, `#/a/${SAMPLE}/d/D1/D1.1`);
      const question = page.locator('fieldset[data-criterion="D1.1"]');
      const note = question.locator('.question__note');
      if (!(await note.getAttribute('open').then((open) => open !== null))) await note.locator('summary').click();
      await note.locator('textarea[id$="-private"]').fill('not for anybody else');
      await note.locator('textarea[id$="-note"]').fill('for everybody');
      await visit(page, `#/a/${SAMPLE}/paper/${form}`);
      await page.locator('[data-test=print]:enabled').waitFor();
      await page.emulateMedia({ media: 'print' });
      const seen = await page.evaluate(() => {
        const shown = (element) => element.offsetParent !== null || getComputedStyle(element).position === 'fixed';
        const questions = [...document.querySelectorAll('[data-test=question]')];
        return {
          questions: questions.length,
          descriptions: questions.map((one) => one.querySelectorAll('.printout__boxes:not(.printout__boxes--row) li').length),
          chosen: Object.fromEntries(questions.map((one) => {
            const boxes = [...one.querySelectorAll('.printout__boxes:not(.printout__boxes--row) li')];
            return [one.dataset.criterion, 1 + boxes.findIndex((box) => box.classList.contains('printout__ticked'))];
          })),
          cut: [...document.querySelectorAll('.printout *')].filter((element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0).length,
          small: [...document.querySelectorAll('.printout__part *')].filter((element) => element.innerText && shown(element) && parseFloat(getComputedStyle(element).fontSize) < 9.5 * 4 / 3 - 0.01).length,
          tools: [...document.querySelectorAll('.bar, .foot, .toolbar, .printout button, .printout a')].filter(shown).length,
          text: document.querySelector('.printout').innerText,
          paper: getComputedStyle(document.body).backgroundColor,
          ink: getComputedStyle(document.querySelector('.printout__text')).color,
        };
      });
      assert.equal(seen.questions, 90);
      assert.deepEqual([...new Set(seen.descriptions)], [5]);
      assert.equal(seen.cut, 0);
      assert.equal(seen.small, 0);
      assert.equal(seen.tools, 0);
      assert.equal(seen.paper, 'rgb(255, 255, 255)');
      assert.equal(seen.ink, 'rgb(0, 0, 0)');
      assert.ok(!seen.text.includes('not for anybody else'));
      assert.equal(seen.text.includes('for everybody'), form === 'filled');
      for (const [id, level] of Object.entries(seen.chosen)) {
        assert.equal(level, form === 'filled' ? sample.answers[id]?.level ?? 0 : 0, id);
      }
      clean(wrong);
      await context.close();
    });
  }
}

test('one dimension alone, by the choice on the page', async () => {
  const { page, context, wrong } = await fresh(browser, { locale: 'en' });
  await visit(page, `#/a/${SAMPLE}/paper/blank`);
  await page.locator('.printout__forms a', { hasText: 'Quality of service' }).click();
  await page.waitForFunction(() => location.hash.endsWith('/paper/blank/D7'));
  await page.waitForFunction(() => document.querySelectorAll('[data-test=question]').length === 6);
  await page.locator('.printout__forms a', { hasText: 'With the answers' }).click();
  await page.waitForFunction(() => location.hash.endsWith('/paper/filled/D7'));
  await page.locator('.printout__ticked').first().waitFor();
  clean(wrong);
  await context.close();
});
