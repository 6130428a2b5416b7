// Reads a workbook into JSON ("read"), or writes one with a cell of each type, with shared texts and with a formula in the second sheet ("write").
const xlsx = require('xlsx');
const [what, file] = process.argv.slice(2);

function read() {
  const book = xlsx.readFile(file, { cellFormula: true, raw: true });
  return book.SheetNames.map((name, index) => {
    const sheet = book.Sheets[name];
    const formulas = Object.keys(sheet).filter(place => sheet[place].f !== undefined);
    return { name, hidden: book.Workbook.Sheets[index].Hidden, formulas, rows: xlsx.utils.sheet_to_json(sheet, { header: 1, defval: '' }) };
  });
}

function write() {
  const book = xlsx.utils.book_new();
  const rows = [['Identifier [id]', 'Telephone [phone]', 'Since [since]', 'Closed [closed]'], ['1', '+43 1 2345', new Date(Date.UTC(2026, 2, 1)), true], ['2', 4312345678, '', 'مرحبا\nبالعالم']];
  xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet(rows), 'Contacts');
  const computed = xlsx.utils.aoa_to_sheet([['[id]'], [2]]);
  computed.A2 = { t: 'n', v: 2, f: '1+1' };
  xlsx.utils.book_append_sheet(book, computed, 'Computed');
  xlsx.writeFile(book, file, { bookSST: true });
  return {};
}

console.log(JSON.stringify(what === 'read' ? read() : write()));
