/** One page by which anybody can check a pack without Komainu. */
export const readMe = (language: 'ja' | 'en'): string => (language === 'ja' ? JA : EN);

const JA = `証拠の一式の確かめ方

この zip には、案件の証拠、または会社の決まりと対応の記録と、それが変えられていないことを確かめるための値が入っています。
狛犬（Komainu）を使わなくても確かめられます。

1. 一式全体（いちばん確実）
   送付元は、渡したときにこの zip の SHA-256 を監査記録に残しています。受け取ったときに聞いて控え、下の値と比べてください。
     Windows    certutil -hashfile pack.zip SHA256
     macOS      shasum -a 256 pack.zip
     Linux      sha256sum pack.zip
   1バイトでも違えば、値はまったく別のものになります。

2. ファイルごと
   展開したフォルダで次を実行します。変わったファイルの名前が出ます。
     macOS      shasum -a 256 -c manifest.sha256
     Linux      sha256sum -c manifest.sha256
   Windows では、確かめたいファイルの値を certutil で求め、manifest.sha256 の行と比べます。
   manifest.json には、すべてのファイルの名前、種類、大きさ、SHA-256 があります。そこにないファイルは、あとから加えられたものです。

3. 狛犬がある場合（ネットワークも設定も要りません）
     npx komainu evidence verify pack.zip --sha256 控えた値

分かることと、分からないこと
- 2 は、ファイルが manifest.sha256 のときのままかを示します。一式が丸ごと作り直されていないかは、1 の値だけが示します。
- originals のメールは、受け取ったバイト列そのままです。mails.json の sha256 は受け取ったときに記録した値です。
  kind が received は受け取ったメール、handed-in は従業員から受け取ったもの、incident は申し出の言葉と添付を1つにまとめたものです。
  申し出の内容が入らない一式では、どこから受け取ったかを分けずに、どのメールも received としています。
- redacted の写し、summary と dossier の PDF は読むためのもので、原本ではありません。letters の PDF は、承認して発送した文書そのものです。
- custody.json は監査記録の抜き書きです。この一式を作ったこと自体は、あとから監査記録に書かれるため、入っていません。
- いつ存在したかを第三者に示すには、この zip のタイムスタンプ（RFC 3161）を取ります。
     openssl ts -query -data pack.zip -sha256 -cert -out pack.tsq
   pack.tsq を時刻認証局に送り、返ってきたファイルを pack.zip.tsr として zip と一緒に保管してください。
   渡された pack.zip.tsr は、次のどちらかで確かめられます（tsa.pem は時刻認証局の証明書）。
     openssl ts -verify -data pack.zip -in pack.zip.tsr -CAfile tsa.pem
     npx komainu evidence verify pack.zip --ca tsa.pem
- 送付書、要約、写しの時刻は、そこに書いた地域のものです。json ファイルの時刻は協定世界時（UTC、末尾が Z）です。文字コードは UTF-8 です。
`;

const EN = `How to check this evidence pack

This zip holds evidence of a case, or the rules of a company and what it did, and what it takes to see that nothing was changed. Komainu is not needed for that.

1. The pack as a whole (the surest way)
   Whoever handed it over has the SHA-256 of this zip in their audit log. Ask for it when you receive the pack, note it, and compare:
     Windows    certutil -hashfile pack.zip SHA256
     macOS      shasum -a 256 pack.zip
     Linux      sha256sum pack.zip
   If one byte differs, the value is an entirely different one.

2. File by file
   In the folder into which you unpacked it. Files that were changed are named.
     macOS      shasum -a 256 -c manifest.sha256
     Linux      sha256sum -c manifest.sha256
   On Windows, take the value of a file with certutil and compare it with its line in manifest.sha256.
   manifest.json has name, kind, size and SHA-256 of every file. A file that is not in it was added later.

3. With Komainu (needs neither network nor configuration)
     npx komainu evidence verify pack.zip --sha256 NOTED_VALUE

What this shows, and what it does not
- Step 2 shows that files are as they were when manifest.sha256 was written. That the pack was not made anew as a whole is shown by the value of step 1 alone.
- Mails in originals are the very bytes that came in. The sha256 in mails.json was noted when they were received. By kind, received
  is a mail that came in, handed-in one that an employee had; incident is what an employee told, with the files given, put into one.
  A pack without what was handed in does not tell where mails came in: all of them are called received.
- Copies in redacted, the summary and the dossier PDFs are for reading; they are not the originals. PDFs in letters are the very letters that were approved and sent.
- custody.json is taken from the audit log. That this pack was made is written there afterwards, and so is not in it.
- To show a third party when it existed, have this zip time-stamped (RFC 3161):
     openssl ts -query -data pack.zip -sha256 -cert -out pack.tsq
   Send pack.tsq to a time-stamping authority and keep what comes back with the zip, as pack.zip.tsr.
  A pack.zip.tsr that you were given is checked by either of these (tsa.pem: the certificate of the authority):
     openssl ts -verify -data pack.zip -in pack.zip.tsr -CAfile tsa.pem
     npx komainu evidence verify pack.zip --ca tsa.pem
- Times in cover letter, summary and copies are those of the place named there; in the json files they are UTC (ending in Z). Texts are UTF-8.
`;
