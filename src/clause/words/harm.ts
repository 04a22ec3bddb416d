/** What one person does to another and nobody likes: their topic is who suffers it (お前は殺す, 店長だけは許さない). */
const HARM = new Set(
  (
    '殺す ぶっ殺す 刺す 刺し殺す 殴る ぶん殴る 殴り殺す 蹴る 叩く しばく どつく 張り倒す ぶっ飛ばす ぶちのめす ボコる シメる 潰す ぶっ潰す 壊す ぶっ壊す 燃やす 焼く 埋める 沈める 消す 始末する 葬る ' +
    '晒す 訴える 告訴する 許す 呪う 襲う 犯す 拉致する 誘拐する 監禁する 脅す 辞める クビにする 逃がす 追い込む 追い詰める 後悔する 破滅する 特定する バラす 轢く 撃つ 絞める 締める 切る 斬る 殺める 処刑する 拷問する ' +
    '痛めつける 懲らしめる 制裁する 告発する 通報する 処分する 追放する 見逃す 放す 生かす やる 舐める 忘れる 恨む'
  ).split(' '),
);
export const isHarming = (lemma: string): boolean => HARM.has(lemma);

/** What is told in the past of whom it was done to: 娘は預かった. */
const TAKEN = new Set('預かる 捕まえる さらう 攫う 押さえる 拉致する 誘拐する 監禁する 確保する'.split(' '));
export const isTaking = (lemma: string): boolean => TAKEN.has(lemma);
