// A mail server on the loopback that keeps nothing: says where it listens, and then, a line each, what it was given; answers a line on its input with an empty one.
// Arguments: port (0 for any), and as JSON: key and cert to offer STARTTLS, user and password to ask for them.
import { createInterface } from 'node:readline';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

const { key, cert, user, password } = JSON.parse(process.argv[3] ?? '{}');
const refuse = (code, message) => Object.assign(new Error(message), { responseCode: code });

const server = new SMTPServer({
  key, cert,
  disabledCommands: [...(cert ? [] : ['STARTTLS']), ...(user ? [] : ['AUTH'])],
  authOptional: !user,
  disableReverseLookup: true,
  onAuth: (auth, session, callback) =>
    auth.username === user && auth.password === password ? callback(null, { user }) : callback(refuse(535, 'Wrong user or password')),
  onRcptTo: ({ address }, session, callback) =>
    callback(address.startsWith('nobody@') ? refuse(550, 'No such mailbox') : address.startsWith('full@') ? refuse(452, 'Mailbox full') : null),
  onData: async (stream, session, callback) => {
    const mail = await simpleParser(stream);
    console.log(JSON.stringify({
      from: session.envelope.mailFrom.address, to: session.envelope.rcptTo.map(to => to.address), headers: mail.headerLines.map(header => header.line),
      headerTo: mail.to?.text, subject: mail.subject, text: mail.text, html: mail.html || null, id: mail.messageId, language: mail.headers.get('content-language'),
      secure: session.secure, user: session.user ?? null,
    }));
    callback();
  },
});
server.on('error', () => {});
server.listen(Number(process.argv[2]), '127.0.0.1', () => console.log(server.server.address().port));
createInterface({ input: process.stdin }).on('line', () => console.log(''));
