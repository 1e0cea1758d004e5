import { withPlaces } from './in-brackets';

describe('a text with ids in brackets', () => {
  it.each([
    ['第1名 〔140423100〕 90.0%', '第1名 古韩镇 90.0%'],
    ['约谈〔party-committee:1404〕', '约谈长治市委'],
    ['〔department:140423:water〕：未按时报送', '襄垣县水利部门：未按时报送'],
    ['抄送：〔dispatching-unit:14:U01〕', '抄送：派出单位U01'],
    ['约谈party-committee:1404', '约谈长治市委'],
    ['责任单位：party-committee:140423100。', '责任单位：古韩镇党委。'],
  ])('names places and offices: %s', (text, shown) => expect(withPlaces(text)).toBe(shown));

  it.each(['襄驻办〔2026〕11号', '第3名 〔C007〕', '〔149999〕'])('leaves what is neither: %s', (text) =>
    expect(withPlaces(text)).toBe(text),
  );
});
