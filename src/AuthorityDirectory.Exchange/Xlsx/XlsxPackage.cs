using System.IO.Compression;
using System.Text;
using System.Xml;
using AuthorityDirectory.Exchange.Tables;

namespace AuthorityDirectory.Exchange.Xlsx;

/// <summary>The parts of a workbook file, opened only when they are what a workbook without programs has.</summary>
internal sealed class XlsxPackage : IDisposable
{
    private static readonly XmlReaderSettings Safe = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = TableLimits.UnpackedBytes };

    private readonly int _fileBytes;
    private readonly ZipArchive _zip;
    private readonly UnpackedBytes _unpacked;

    private XlsxPackage(byte[] file, ZipArchive zip, CancellationToken cancellationToken)
    {
        (_fileBytes, _zip) = (file.Length, zip);
        _unpacked = new(file.Length, cancellationToken);
    }

    /// <summary>How an encrypted workbook, or one of before 2007, begins.</summary>
    public static ReadOnlySpan<byte> OldFile => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public IEnumerable<string> Names => _zip.Entries.Select(entry => entry.FullName);

    public static XlsxPackage Open(byte[] file, CancellationToken cancellationToken)
    {
        if (file.AsSpan().StartsWith(OldFile))
        {
            throw new RefusedFileException("The file has a password, or is a workbook of the form before 2007 (.xls).", "Save it without a password as \"Excel workbook (.xlsx)\".");
        }

        if (!file.AsSpan().StartsWith("PK"u8))
        {
            throw new RefusedFileException("The file is not a workbook (.xlsx).", "Save it as \"Excel workbook (.xlsx)\", or send CSV with the ending .csv.");
        }

        var package = new XlsxPackage(file, new(new MemoryStream(file, writable: false), ZipArchiveMode.Read), cancellationToken);
        package.CheckDirectory();
        return package;
    }

    /// <summary>Reads a part as XML without document type; its bytes are counted as they are unpacked.</summary>
    public void ReadXml(string name, Action<XmlReader> read)
    {
        using var stream = new CountedStream(_zip.GetEntry(name)?.Open() ?? throw Broken(), _unpacked);
        using var xml = XmlReader.Create(stream, Safe);
        read(xml);
    }

    /// <summary>Unpacks a part that is no XML, to count its bytes.</summary>
    public void Count(string name)
    {
        using var stream = new CountedStream(_zip.GetEntry(name)!.Open(), _unpacked);
        stream.CopyTo(Stream.Null);
    }

    public void Dispose() => _zip.Dispose();

    public static RefusedFileException Broken() => new("The file is damaged, or no spreadsheet program made it.", "Open it in a spreadsheet program, save it as \"Excel workbook (.xlsx)\" and send it again.");

    private void CheckDirectory()
    {
        Require(_zip.Entries.Count <= TableLimits.Parts, $"The file has more than {TableLimits.Parts} parts.", "Copy the table into a new workbook.");
        Require(_zip.Entries.All(entry => !entry.IsEncrypted), "The file has a password.", "Save it without one.");
        Require(Names.All(IsPlain), "The file has a part whose name leads out of it.", "Copy the table into a new workbook.");
        Require(Names.Distinct(StringComparer.OrdinalIgnoreCase).Count() == _zip.Entries.Count, "The file has two parts of one name.", "Copy the table into a new workbook.");
        foreach (var entry in _zip.Entries)
        {
            UnpackedBytes.Check(entry.Length, _fileBytes);
        }

        UnpackedBytes.Check(_zip.Entries.Sum(entry => entry.Length), _fileBytes);
    }

    /// <summary>No drive, no root, no way up, no control characters.</summary>
    private static bool IsPlain(string name) =>
        name.Length > 0 && name[0] != '/' && name.AsSpan().IndexOfAny("\\:") < 0 && !name.Any(char.IsControl) && !name.Split('/').Contains("..");

    private static void Require(bool isMet, string wrong, string remedy)
    {
        if (!isMet)
        {
            throw new RefusedFileException(wrong, remedy);
        }
    }
}
