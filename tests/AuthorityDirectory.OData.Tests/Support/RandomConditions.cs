namespace AuthorityDirectory.OData.Tests.Support;

/// <summary>Makes conditions twice: as a filter, and as C# that means the same. C#'s own operators on <c>bool?</c> are three-valued too.</summary>
internal sealed class RandomConditions(Random random, Coast coast)
{
    static readonly string[] _texts = ["anes", "Ånes", "O'Neil", "o", "", "zurich 2"];

    public (string Text, Func<Lighthouse, bool?> Holds) Next(int depth)
    {
        if (depth == 0 || random.Next(3) == 0)
            return Leaf();
        var (left, right) = (Next(depth - 1), Next(depth - 1));
        return random.Next(3) switch
        {
            0 => ($"({left.Text}) and ({right.Text})", l => left.Holds(l) & right.Holds(l)),
            1 => ($"({left.Text}) or ({right.Text})", l => left.Holds(l) | right.Holds(l)),
            _ => ($"not ({left.Text})", l => !left.Holds(l)),
        };
    }

    (string, Func<Lighthouse, bool?>) Leaf()
    {
        var (number, text, light) = (random.Next(6), _texts[random.Next(_texts.Length)], (Light)random.Next(3));
        var (quoted, date) = ($"'{text.Replace("'", "''", StringComparison.Ordinal)}'", new DateOnly(2000, 1, 1 + number));
        return random.Next(25) switch
        {
            0 => ($"Height eq {number}", l => l.Height == number),
            1 => ($"Flashes lt {number}", l => l.Flashes < number),
            2 => ($"Flashes ne {number}", l => l.Flashes != number),
            3 => ($"Fee ge {number}.25", l => l.Fee >= number + 0.25m),
            4 => ($"NativeName eq {quoted}", l => l.NativeName == text),
            5 => ($"contains(NativeName,{quoted})", l => l.NativeName?.Contains(text, StringComparison.Ordinal)),
            6 => ($"length(Name) eq {text.Length}", l => l.Name.Length == text.Length),
            7 => ($"LitOn le 2000-01-0{1 + number}", l => l.LitOn <= date),
            8 => ($"Spare eq '{light}'", l => l.Spare == light),
            9 => ($"Light gt Coast.Light'{light}'", l => l.Light > light),
            10 => ($"Lights/any(x:x eq '{light}')", l => l.Lights.Contains(light)),
            11 => ($"Sectors/all(s:s/From lt {number} or s/Colour eq '{light}')", l => l.Sectors.All(s => s.From < number || s.Colour == light)),
            12 => ($"Keepers/any(k:k/Since ne null and k/Number gt {number})", l => coast.KeepersOf(l).Any(k => k.Since is not null && k.Number > number)),
            13 => ($"Harbour/Name eq {quoted}", l => coast.HarbourOf(l)?.Name == text),
            14 => ($"Former/Storeys add {number} gt 4", l => l.Former?.Storeys + number > 4),
            15 => ($"Languages/$count($filter=$this ne 'en') ge {number % 3}", l => l.Languages.Count(x => x != "en") >= number % 3),
            16 => ($"Name in ({quoted},'Anes',null)", l => l.Name == text || l.Name == "Anes"),
            17 => ("hassubset(Languages,[\"en\",\"fr\"])", l => l.Languages.Contains("en") && l.Languages.Contains("fr")),
            18 => ($"Lights eq [\"{light}\"]", l => l.Lights.SequenceEqual([light])),
            19 => ("Structure eq Former", l => l.Former is not null && l.Structure == l.Former),
            20 => ($"cast(Height,Edm.String) eq '{number}'", l => l.Height == number),
            21 => ($"Height gt $root/Lighthouses('{coast.Lighthouses[0].Id}')/Height", l => l.Height > coast.Lighthouses[0].Height),
            22 => ($"Keepers/$filter(Number gt {number})/$count eq 1", l => coast.KeepersOf(l).Count(k => k.Number > number) == 1),
            23 => ($"Keepers/any(k:k/Lighthouse eq $it and k/Number gt {number})", l => coast.KeepersOf(l).Any(k => k.Number > number)),
            _ => ("null", _ => null),
        };
    }
}
