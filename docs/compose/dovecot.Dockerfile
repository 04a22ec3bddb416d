# A mailbox support@mihon-cloud.example.jp that holds the sample mails. For trying out only.
FROM debian:13-slim
RUN apt-get update \
  && apt-get install -y --no-install-recommends dovecot-imapd \
  && rm -rf /var/lib/apt/lists/* \
  && useradd --system --home-dir /srv/mail vmail
COPY docs/compose/dovecot.conf /etc/dovecot/dovecot.conf
COPY src/sample/mails /srv/mail/support@mihon-cloud.example.jp/Maildir/new
RUN mkdir -p "/srv/mail/support@mihon-cloud.example.jp/Maildir/cur" "/srv/mail/support@mihon-cloud.example.jp/Maildir/tmp" \
  && chown -R vmail:vmail /srv/mail
EXPOSE 143
CMD ["dovecot", "-F"]
