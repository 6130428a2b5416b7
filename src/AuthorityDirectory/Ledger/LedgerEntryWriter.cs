using System.Buffers;
using System.Globalization;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;

namespace AuthorityDirectory.Ledger;

/// <summary>Writes an entry's members in canonical order.</summary>
internal sealed class LedgerEntryWriter
{
    private readonly ArrayBufferWriter<byte> _output = new(1024);
    private readonly bool _isForHash;
    private bool _needsComma;

    private LedgerEntryWriter(bool isForHash) => _isForHash = isForHash;

    public static byte[] Write(LedgerEntry entry, bool isForHash)
    {
        var writer = new LedgerEntryWriter(isForHash);
        writer.Write(entry);
        return writer._output.WrittenSpan.ToArray();
    }

    private void Write(LedgerEntry entry)
    {
        Open("{"u8);
        Object("actor"u8, entry.Actor, Actor);
        Text("appendId"u8, entry.AppendId);
        Object("batch"u8, entry.Batch, Batch);
        List("changes"u8, entry.Changes, Change);
        Text("hash"u8, _isForHash ? null : entry.Hash);
        Text("previousHash"u8, entry.PreviousHash);
        Text("reason"u8, entry.Reason);
        Text("recordedAt"u8, entry.RecordedAt.UtcDateTime.ToString(LedgerEntryJson.TimeFormat, CultureInfo.InvariantCulture));
        List("redacts"u8, entry.Redacts, Redaction);
        Number("sequence"u8, entry.Sequence);
        Object("source"u8, entry.Source, Source);
        Close("}"u8);
    }

    private void Actor(Actor actor)
    {
        Text("id"u8, actor.Id);
        Text("role"u8, Codes.ActorRoles.CodeOf(actor.Role));
    }

    private void Batch(BatchPart batch)
    {
        Text("id"u8, batch.Id);
        Number("of"u8, batch.Of);
        Number("part"u8, batch.Part);
    }

    private void Change(RecordChange change)
    {
        Text("id"u8, change.Id);
        Text("kind"u8, change.Kind);
        List("parts"u8, change.Parts, Part);
        Number("revision"u8, change.Revision);
    }

    private void Part(RecordPart part)
    {
        Text("audience"u8, Codes.Audiences.CodeOf(part.Audience));
        if (part.Body is { } body && !_isForHash)
        {
            Name("body"u8);
            _output.Write(body.Span);
            _needsComma = true;
        }

        Text("hash"u8, part.Hash);
        Text("salt"u8, _isForHash ? null : part.Salt);
    }

    private void Redaction(Redaction redaction)
    {
        Text("audience"u8, Codes.Audiences.CodeOf(redaction.Audience));
        Text("ground"u8, redaction.Ground);
        Text("id"u8, redaction.Id);
        Text("kind"u8, redaction.Kind);
        Number("sequence"u8, redaction.Sequence);
    }

    private void Source(Source source)
    {
        Text("asOf"u8, source.AsOf?.ToString(LedgerEntryJson.DateFormat, CultureInfo.InvariantCulture));
        Text("asOfPrecision"u8, source.AsOfPrecision is { } precision ? Codes.DatePrecisions.CodeOf(precision) : null);
        Text("kind"u8, Codes.SourceKinds.CodeOf(source.Kind));
        Text("note"u8, source.Note);
        Text("reference"u8, source.Reference);
        Text("url"u8, source.Url);
    }

    private void Object<T>(ReadOnlySpan<byte> name, T? value, Action<T> write) where T : class
    {
        if (value is not null)
        {
            Name(name);
            Braced(value, write);
        }
    }

    private void List<T>(ReadOnlySpan<byte> name, IReadOnlyList<T> values, Action<T> write)
    {
        if (values.Count == 0)
        {
            return;
        }

        Name(name);
        Open("["u8);
        foreach (var value in values)
        {
            Comma();
            Braced(value, write);
        }

        Close("]"u8);
    }

    private void Braced<T>(T value, Action<T> write)
    {
        Open("{"u8);
        write(value);
        Close("}"u8);
    }

    private void Text(ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            Name(name);
            CanonicalText.Write(_output, value);
            _needsComma = true;
        }
    }

    private void Number(ReadOnlySpan<byte> name, long value)
    {
        Name(name);
        CanonicalText.Write(_output, value);
        _needsComma = true;
    }

    private void Name(ReadOnlySpan<byte> name)
    {
        Comma();
        _output.Write("\""u8);
        _output.Write(name);
        _output.Write("\":"u8);
    }

    private void Comma()
    {
        if (_needsComma)
        {
            _output.Write(","u8);
        }
    }

    private void Open(ReadOnlySpan<byte> bracket)
    {
        _output.Write(bracket);
        _needsComma = false;
    }

    private void Close(ReadOnlySpan<byte> bracket)
    {
        _output.Write(bracket);
        _needsComma = true;
    }
}
