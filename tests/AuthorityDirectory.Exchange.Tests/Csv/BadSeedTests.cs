using System.Text;
using AuthorityDirectory.Exchange.Csv;
using AuthorityDirectory.Exchange.Tests.Support;

namespace AuthorityDirectory.Exchange.Tests.Csv;

/// <summary>A bad row is reported with file, line, column and remedy, and nothing is loaded from a folder that has one.</summary>
public sealed class BadSeedTests : IDisposable
{
    private readonly SmallSeed _seed = new();

    /// <summary>File, line, column, what the cell is made to hold, what is said to be wrong, what is said to do.</summary>
    public static TheoryData<string, int, string, string, string, string> BadCells => new()
    {
        { "channels.csv", 3, "code", "E mail", "does not have the right form", "small letters, digits and single dashes" },
        { "networks.csv", 2, "name", "", "The cell is empty", "Fill it" },
        { "networks.csv", 2, "website", "globenetwork.unodc.org", "is not an address of a page", "beginning with http:// or https://" },
        { "networks.csv", 2, "website", "javascript:alert(1)", "is not an address of a page", "beginning with http:// or https://" },
        { "networks.csv", 2, "website", "ftp://globenetwork.unodc.org", "is not an address of a page", "beginning with http:// or https://" },
        { "networks.csv", 2, "website", "https://user:word@unodc.org", "is not an address of a page", "the whole address" },
        { "networks.csv", 2, "website", "https://unodc.org/a b", "is not an address of a page", "without spaces" },
        { "networks.csv", 2, "source_url", "https://localhost", "is not an address of a page", "the whole address" },
        { "networks.csv", 2, "source_as_of", "2025-13", "\"2025-13\" is not a date", "2006, 2006-10 or 2006-10-13" },
        { "networks.csv", 2, "source_as_of", "25", "\"25\" is not a date", "as much as the source states" },
        { "networks.csv", 2, "source_as_of", "0206", "\"0206\" is not a date since 1945", "as much as the source states" },
        { "channels.csv", 2, "source_kind", "Hearsay", "\"Hearsay\" is not on the list", "NoteVerbale, DepositaryNotification, StateForm, PublicSource" },
        { "channels.csv", 2, "description", "Note\u0007 verbale", "Character 5 is a control character (U+0007)", "Remove it" },
        { "channels.csv", 2, "description", "Note\u202E verbale", "control character (U+202E)", "Remove it" },
        { "channels.csv", 2, "description", "Note\uFFFD verbale", "control character (U+FFFD)", "Remove it" },
        { "channels.csv", 2, "description", " Note verbale", "begins or ends with a space", "Remove it" },
        { "channels.csv", 2, "description", "Note verbale\u0301", "A letter and its accent are two characters", "normalization form C" },
        { "coverage-figures.csv", 2, "id", "mla-2021", "does not name the figure", "mla-2021-08" },
        { "coverage-figures.csv", 2, "states", "-1", "is not a whole number", "digits only" },
        { "coverage-figures.csv", 2, "states", "", "The row has no figure", "Fill states or authorities" },
        { "states.csv", 2, "alpha3", "AU", "does not have the right form", "three capital letters" },
        { "states.csv", 2, "m49", "40", "does not have the right form", "with leading zeros" },
        { "states.csv", 2, "status", "Member", "\"Member\" is not on the list", "Party, Signatory, NonParty" },
        { "states.csv", 2, "regional_group", "Europe", "\"Europe\" is not on the list", "Leave it empty or write one of: African" },
        { "states.csv", 3, "signed_on", "2003-02-30", "\"2003-02-30\" is not a day", "2006-10-13" },
        { "states.csv", 3, "signed_on", "9 December 2003", "is not a day", "leave it empty when the source does not state the day" },
        { "states.csv", 2, "in_force_on", "2006-02-11", "does not follow from consent_on", "Write 2006-02-10" },
        { "states.csv", 3, "in_force_on", "2006-02-11", "does not follow from consent_on", "the day of consent is not known" },
        { "states.csv", 2, "official_languages", "de german", "\"german\" is not a language tag", "BCP 47" },
        { "states.csv", 2, "official_languages", "de  en", "\"\" is not a language tag", "single spaces" },
        { "states.csv", 2, "time_zone", "CET", "does not have the right form", "Europe/Vienna" },
        { "states.csv", 2, "name_ar", "", "The cell is empty", "Fill it" },
        { "aliases.csv", 2, "state_code", "XX", "\"XX\" is not in states.csv", "add its row to states.csv" },
        { "aliases.csv", 2, "language", "german", "is not a language tag", "one BCP 47 tag" },
        { "authorities.csv", 3, "kind", "Agency", "\"Agency\" is not on the list", "AntiCorruptionAgency" },
        { "authorities.csv", 2, "email", "office at justice.example", "is not an e-mail address", "Write one address" },
        { "authorities.csv", 2, "email", "office@justice", "is not an e-mail address", "Write one address" },
        { "authorities.csv", 2, "phone", "call us", "is not a telephone number", "Write + and the country code" },
        { "authorities.csv", 2, "phone", "+43 1", "is not a telephone number", "Write + and the country code" },
        { "authorities.csv", 3, "phone_dialable_from", "", "The cell is empty, but phone is not", "Fill phone_dialable_from, or empty phone" },
        { "authorities.csv", 2, "native_name_language", "", "The cell is empty, but native_name is not", "Fill native_name_language" },
        { "authorities.csv", 2, "native_name_basis", "Hearsay", "is not on the list", "Source, GeneralKnowledge" },
        { "authorities.csv", 2, "address_lines", "Museumstrasse 7 | Vienna", "between the bars", "without spaces" },
        { "authorities.csv", 3, "status", "Gone", "\"Gone\" is not on the list", "Active, Renamed, Merged, Closed, NotStated" },
        { "designations.csv", 3, "id", "AT-001-2", "does not have the right form", "AT-001-d1" },
        { "designations.csv", 3, "id", "AT-002-d2", "does not begin with \"AT-001-\"", "an identifier begins with what it belongs to" },
        { "designations.csv", 3, "id", "AT-001-d1", "already stands on line 2", "identifiers are never used again" },
        { "designations.csv", 3, "function", "GlobE", "\"GlobE\" is not on the list", "mla, extradition, asset-recovery, prevention, civil-administrative" },
        { "designations.csv", 3, "instrument_note", "", "The other treaty or the law is not named", "Name it" },
        { "designations.csv", 2, "valid_to", "2009-12-31", "comes before valid_from 2010-01-01", "Check both days" },
        { "designations.csv", 2, "channels", "pigeon", "\"pigeon\" is not in channels.csv", "add its row to channels.csv" },
        { "memberships.csv", 3, "id", "globe-2", "does not have the right form", "globe-001" },
        { "memberships.csv", 2, "authority_id", "AT-999", "\"AT-999\" is not in authorities.csv", "add its row to authorities.csv" },
        { "memberships.csv", 2, "ended_on", "2022-01-01", "comes before admitted_on", "Check both days" },
        { "memberships.csv", 2, "secure_channel", "Maybe", "is not on the list", "Yes, No, NotStated" },
    };

    public void Dispose() => _seed.Dispose();

    [Theory]
    [MemberData(nameof(BadCells))]
    public void A_bad_cell_is_reported_at_its_place(string file, int line, string column, string text, string wrong, string remedy)
    {
        _seed.SetCell(file, line, column, text);

        var problem = TheOnlyProblem();
        Assert.Equal((file, line, column), (problem.File, problem.Line, problem.Column));
        Assert.Contains(wrong, problem.Wrong, StringComparison.Ordinal);
        Assert.Contains(remedy, problem.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("states.csv", "signed_on", "2006-01-12", "consent_on", "The day 2006-01-11 comes before signed_on 2006-01-12.")]
    [InlineData("networks.csv", "source_url", "", "source_reference", "The row names no source.")]
    [InlineData("designations.csv", "state_code", "SY", "authority_id", "\"AT-001\" does not begin with \"SY-\".")]
    public void Cells_that_contradict_each_other_are_reported_at_the_one_that_follows_from_the_other(string file, string changed, string text, string column, string wrong)
    {
        _seed.SetCell(file, 2, changed, text);

        var problem = TheOnlyProblem();
        Assert.Equal((file, 2, column, wrong), (problem.File, problem.Line, problem.Column, problem.Wrong));
    }

    [Theory]
    [InlineData("AT,de", "The row does not have 3 cells.", "add the missing commas")]
    [InlineData("AT,de,Österreich,x", "The row does not have 3 cells.", "Put a cell that holds a comma in quotation marks")]
    [InlineData("", "The row does not have 3 cells.", "remove an empty line")]
    [InlineData("AT,de,Öster\"reich", "A quotation mark stands where none may.", "double those inside it")]
    [InlineData("AT,de,\"Öster\"reich", "A quotation mark stands where none may.", "double those inside it")]
    [InlineData("AT,de,\"Österreich", "The line ends inside quotation marks.", "Close them")]
    public void A_row_of_the_wrong_form_is_reported_at_its_line(string row, string wrong, string remedy)
    {
        _seed.SetLine("aliases.csv", 2, row);

        var problem = TheOnlyProblem();
        Assert.Equal(("aliases.csv", 2, null, wrong), (problem.File, problem.Line, problem.Column, problem.Wrong));
        Assert.Contains(remedy, problem.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("state_code,alias", "language", "does not name this column")]
    [InlineData("state_code,language,alias,note", "note", "a column that the file does not have")]
    [InlineData("state_code,language,alias,alias", "alias", "more than once")]
    [InlineData("AT,de,Österreich", "state_code", "does not name this column")]
    public void A_bad_header_is_reported_with_the_good_one(string header, string column, string wrong)
    {
        _seed.SetLine("aliases.csv", 1, header);

        var problem = Assert.Single(Problems(), problem => problem.Column == column);
        Assert.Equal(("aliases.csv", 1), (problem.File, problem.Line));
        Assert.Contains(wrong, problem.Wrong, StringComparison.Ordinal);
        Assert.EndsWith("state_code,language,alias", problem.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_without_a_header_is_reported()
    {
        _seed.Write("aliases.csv", []);

        Assert.Equal(["alias", "language", "state_code"], Problems().Select(problem => problem.Column));
    }

    [Fact]
    public void Bytes_that_are_not_UTF8_are_reported_at_their_line()
    {
        _seed.Write("aliases.csv", [.. "state_code,language,alias\nAT,de,"u8, .. Encoding.Latin1.GetBytes("Österreich\n")]);

        var problem = TheOnlyProblem();
        Assert.Equal(("aliases.csv", 2, null, "Byte 33 of the file is not UTF-8."), (problem.File, problem.Line, problem.Column, problem.Wrong));
    }

    [Theory]
    [InlineData("states.csv")]
    [InlineData("networks.csv")]
    [InlineData("memberships.csv")]
    public void A_missing_file_is_one_problem_and_not_one_for_each_row_that_refers_to_it(string file)
    {
        _seed.Delete(file);

        var problem = TheOnlyProblem();
        Assert.Equal((file, null, "The file is not there."), (problem.File, problem.Line, problem.Wrong));
    }

    [Fact]
    public void All_problems_are_reported_at_once_by_file_line_and_column()
    {
        _seed.SetCell("states.csv", 3, "m49", "76");
        _seed.SetCell("states.csv", 2, "m49", "4");
        _seed.SetCell("states.csv", 2, "kind", "Realm");
        _seed.SetCell("authorities.csv", 3, "phone", "none");

        Assert.Equal(
            [
                "authorities.csv, line 3, column phone",
                "states.csv, line 2, column kind",
                "states.csv, line 2, column m49",
                "states.csv, line 3, column m49",
            ],
            Problems().Select(problem => problem.ToString().Split(':')[0]));
    }

    private SeedProblem TheOnlyProblem() => Assert.Single(Problems());

    private IReadOnlyList<SeedProblem> Problems()
    {
        var reading = SeedReader.Read(_seed.Folder);
        Assert.False(reading.IsGood);
        Assert.Empty(reading.Records);
        return reading.Problems;
    }
}
