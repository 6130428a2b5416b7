using System.Globalization;
using System.Text.Json;

namespace AuthorityDirectory.OData.Tests.Support;

/// <summary>Makes requests from a grammar: mostly what may be asked, now and then something of a wrong type or a wrong name.</summary>
internal sealed class RandomRequests(Random random)
{
    static readonly string[] _collections = ["Lighthouses", "TallLighthouses", "Harbours('PLY')/Lighthouses", "LitBetween(from=1800-01-01)", "Lighthouses/Coast.Lighthouse"];
    static readonly string[] _entities = ["Lighthouses('L2')", "Keepers(10)/Lighthouse", "Lighthouses/L1", "TallLighthouses('L2')"];
    static readonly string[] _others = ["Harbours", "Keepers", "Lighthouses('L6')/Languages", "Lighthouses/L2/Sectors", "Register", "AllSectors()", "NamesOf(light='Red',top=2)", "Lighthouses('L2')/Structure"];
    static readonly string[] _ofEntities = ["$select", "$expand", "$compute"];
    static readonly string[] _ofCounts = ["$filter", "$search"];

    static readonly string[] _numbers = ["Height", "Flashes", "Fee", "Structure/Storeys", "KeeperCount", "Former/Storeys", "$it/Height", "0", "41", "2.5", "-1e3", "9223372036854775807", "null"];
    static readonly string[] _texts = ["Name", "NativeName", "Structure/Material", "Harbour/Name", "Site", "Id", "'Pharos'", "''", "'O''Neil'", "'1'", "null", "@t"];
    static readonly string[] _dates = ["LitOn", "2000-01-31", "date(Changed)", "'1990-07-01'", "cast(Changed,Edm.Date)"];
    static readonly string[] _lists = ["Languages", "Lights", "[\"en\",\"fr\"]", "[]", "@l"];

    /// <summary>A request for GET, its options percent-encoded.</summary>
    public string Next()
    {
        var (path, allowed) = random.Next(8) switch
        {
            0 => (Pick(_entities), _ofEntities),
            1 => ($"$entity?$id={Uri.EscapeDataString(Pick(_entities))}", _ofEntities),
            2 => (Pick(_collections) + "/$count", _ofCounts),
            3 => ($"{Pick(_collections)}/$filter({Uri.EscapeDataString(Truth(2))})", null),
            4 => (Pick(_others), random.Next(2) == 0 ? ["$count", "$top"] : null),
            _ => (Pick(_collections), null),
        };
        var options = Options(depth: 2).Where(option => allowed is null || allowed.Contains(option.Name)).Select(option => $"{option.Name}={Uri.EscapeDataString(option.Value)}");
        return $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{string.Join('&', [.. options, "@t='a'", "@l=[\"en\"]"])}";
    }

    /// <summary>The body of a JSON batch.</summary>
    public string JsonBatch() => JsonSerializer.Serialize(new
    {
        requests = Enumerable.Range(1, random.Next(1, 6)).Select(id => new Dictionary<string, object>
        {
            ["id"] = id.ToString(CultureInfo.InvariantCulture),
            ["method"] = Pick(["GET", "GET", "GET", "HEAD", "POST", "PATCH"]),
            ["url"] = Pick([Next(), Next(), "/" + Next(), "~/" + Next(), "$1/Name", "$batch", "Lighthouses/$query"]),
            [Pick(["x", "atomicityGroup"])] = "g",
            ["dependsOn"] = id > 1 && random.Next(4) == 0 ? new[] { "1" } : [],
            ["headers"] = new Dictionary<string, string> { ["content-type"] = "text/plain" },
            ["body"] = "$top=1",
        }),
    });

    /// <summary>The body of a multipart batch whose boundary is <c>b</c>.</summary>
    public string MultipartBatch() =>
        string.Concat(Enumerable.Range(1, random.Next(1, 6)).Select(id => $"--b\r\nContent-Type: application/http\r\nContent-ID: {id}\r\n\r\n{Pick(["GET", "GET", "HEAD", "DELETE"])} {Next()} HTTP/1.1\r\n\r\n\r\n")) + "--b--";

    IEnumerable<(string Name, string Value)> Options(int depth)
    {
        (string, Func<string>)[] known =
        [
            ("$filter", () => Truth(3)), ("$orderby", () => string.Join(',', Some(() => (random.Next(2) == 0 ? Number(2) : Text(2)) + Pick(["", " desc", " asc"])))), ("$top", () => Pick(["0", "1", "3", "9223372036854775807"])), ("$skip", () => Pick(["0", "1", "9"])),
            ("$count", () => "true"), ("$search", () => Pick(["light", "e NOT light", "(a OR b) \"c d\"", "NOT"])), ("$select", () => string.Join(',', Some(Item))),
            ("$expand", () => depth == 0 ? "Keepers" : string.Join(',', Some(() => Expansion(depth - 1)))), ("$compute", () => $"{Number(2)} as C,{Text(1)} as D"),
        ];
        return [.. known.Where(option => random.Next(option.Item1 == "$search" ? 20 : 4) == 0).Select(option => (option.Item1, option.Item2()))];
    }

    string Item() => Pick(["Id", "Name", "Height", "Structure/Material", "*", "Light", random.Next(10) == 0 ? "Nme" : "LitOn", $"Languages($filter={Truth(1)};$top=1)", $"Sectors($select=From;$orderby=To sub From desc)", "Structure($select=Position/Datum)"]);

    string Expansion(int depth)
    {
        var within = Pick(["", "", "$top=1", "$filter=Number gt 1;$orderby=Name desc", "$filter=Number eq $it/Flashes", "$compute=length(Name) as C;$select=C,Number", "$count=true;$skip=1"]);
        return random.Next(6) switch
        {
            0 => "Harbour" + (depth > 0 ? $"($expand=Lighthouses({string.Join(';', Options(0).Select(option => $"{option.Name}={option.Value}").DefaultIfEmpty("$top=2"))}))" : ""),
            1 => Pick(["Keepers/$ref", "Keepers/$count", "*", "Keepers/$count($filter=Number gt 2)"]),
            _ => "Keepers" + (within.Length == 0 ? "" : $"({within})"),
        };
    }

    string Truth(int depth) => depth == 0 ? Pick(["IsLit", "true", "null", "IsLit eq false", "Spare eq null"]) : random.Next(14) switch
    {
        0 => $"({Truth(depth - 1)}) {Pick(["and", "or"])} {Truth(depth - 1)}",
        1 => $"not ({Truth(depth - 1)})",
        2 => $"{Number(depth - 1)} {Pick(["eq", "ne", "gt", "ge", "lt", "le"])} {Number(depth - 1)}",
        3 => $"{Text(depth - 1)} {Pick(["eq", "ne", "gt", "le"])} {Text(depth - 1)}",
        4 => $"{Pick(["contains", "startswith", "endswith"])}({Text(depth - 1)},{Text(depth - 1)})",
        5 => Quantified(depth - 1),
        6 => $"{Number(depth - 1)} in ({string.Join(',', Some(() => Number(0)))})",
        7 => $"{Pick(["hassubset", "hassubsequence", "contains", "startswith"])}({Pick(_lists)},{Pick(_lists)})",
        8 => $"{Date(depth - 1)} {Pick(["lt", "ge"])} {Date(depth - 1)}",
        9 => $"Light {Pick(["eq", "has", "lt"])} {Pick(["'Red'", "Coast.Light'White'", "'1'", "Spare"])}",
        10 => Pick(["Structure eq Former", "Structure eq {\"Material\":\"stone\"}", "Languages eq [\"en\"]", "Harbour eq $root/Harbours('PLY')", "isof(Height,Edm.Int32)"]),
        11 => $"$root/Lighthouses/any(r:r/Height gt {Number(depth - 1)})",
        12 => $"matchesPattern({Text(depth - 1)},'{Pick(["^P", "(a|b)*c", "[", "e$"])}')",
        _ => random.Next(4) == 0 ? $"{Value(depth - 1)} eq {Value(depth - 1)}" : $"{Number(depth - 1)} ne {Number(depth - 1)}",
    };

    string Quantified(int depth)
    {
        var (path, condition) = random.Next(5) switch
        {
            0 => ("Keepers", $"x/Number gt {Number(0)}"),
            1 => ("Sectors", $"x/From lt {Number(0)} and x/Colour eq Light"),
            2 => ("Lights", "x eq $it/Light"),
            3 => ("$root/Keepers", $"x/Lighthouse/Id eq Id and {Truth(depth)}"),
            _ => ("Languages", $"contains(x,{Text(depth)})"),
        };
        return $"{path}/{Pick(["any", "all"])}(x:{condition})";
    }

    string Number(int depth) => depth == 0 ? Pick(_numbers) : random.Next(9) switch
    {
        0 => $"({Number(depth - 1)} {Pick(["add", "sub", "mul", "div", "divby", "mod"])} {Number(depth - 1)})",
        1 => $"-({Number(depth - 1)})",
        2 => $"{Pick(["round", "floor", "ceiling"])}({Number(depth - 1)})",
        3 => $"length({Text(depth - 1)})",
        4 => $"{Pick(["Keepers/$count", "Languages/$count($filter=$this ne 'en')", "Sectors/$filter(From gt 1)/$count"])}",
        5 => $"case({Truth(depth - 1)}:{Number(depth - 1)},true:{Number(depth - 1)})",
        6 => $"cast({Text(depth - 1)},Edm.{Pick(["Int32", "Int64", "Decimal", "Double"])})",
        7 => $"indexof({Text(depth - 1)},{Text(depth - 1)})",
        _ => $"{Pick(["year", "month", "day"])}({Date(depth - 1)})",
    };

    string Text(int depth) => depth == 0 ? Pick(_texts) : random.Next(5) switch
    {
        0 => $"concat({Text(depth - 1)},{Text(depth - 1)})",
        1 => $"{Pick(["tolower", "toupper", "trim"])}({Text(depth - 1)})",
        2 => $"substring({Text(depth - 1)},{Number(depth - 1)})",
        3 => $"cast({Value(depth - 1)},Edm.String)",
        _ => Pick(_texts),
    };

    string Date(int depth) => depth == 0 ? Pick(_dates) : $"{Date(depth - 1)} {Pick(["add", "sub"])} duration'P{random.Next(5)}D'";

    string Value(int depth) => random.Next(5) switch { 0 => Number(depth), 1 => Text(depth), 2 => Date(depth), 3 => Truth(depth), _ => Pick(["Height", "Name", "C", "x/From", "Structure", "Keepers(2)/Name"]) };

    List<string> Some(Func<string> make) => [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => make())];

    string Pick(string[] items) => items[random.Next(items.Length)];
}
