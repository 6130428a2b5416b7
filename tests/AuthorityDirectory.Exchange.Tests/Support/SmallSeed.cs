namespace AuthorityDirectory.Exchange.Tests.Support;

/// <summary>A small, good folder of seed files on disk, to be spoiled one cell or line at a time.</summary>
public sealed class SmallSeed : IDisposable
{
    private const string Good = """
        networks.csv
        code,name,description,website,region,source_kind,source_reference,source_url,source_as_of,source_note
        globe,GlobE Network,A network.,https://globenetwork.unodc.org,global,PublicSource,,https://news.example/globe,2025-05,

        channels.csv
        code,name,description,website,source_kind,source_reference,source_url,source_as_of,source_note
        diplomatic,Diplomatic channel,Note verbale.,,PublicSource,,,,General knowledge.
        email,E-mail,A mailbox.,,PublicSource,,,,General knowledge.

        coverage-figures.csv
        id,measure,states,authorities,source_kind,source_reference,source_url,source_as_of,source_note
        mla-2021-08,mla,133,,PublicSource,CAC/COSP/EG.1/2021/L.1/Add.1,,2021-08,

        states.csv
        code,alpha3,m49,kind,status,name_en,name_fr,name_es,name_ru,name_zh,name_ar,formal_name,regional_group,signed_on,consent_on,consent_by,in_force_on,official_languages,accepted_languages,extradition_basis,time_zone,source_kind,source_reference,source_url,source_as_of,source_note
        AT,AUT,040,State,Party,Austria,Autriche,Austria,Австрия,奥地利,النمسا,Republic of Austria,WesternEuropeanAndOther,2003-12-10,2006-01-11,Ratification,2006-02-10,de,,NotStated,Europe/Vienna,DepositaryNotification,Treaty Collection,,2014-07-10,
        SY,SYR,760,State,Signatory,Syrian Arab Republic,République arabe syrienne,República Árabe Siria,Сирия,阿拉伯叙利亚共和国,سوريا,Syrian Arab Republic,AsiaPacific,2003-12-09,,,,ar,,NotStated,Asia/Damascus,PublicSource,Treaty Collection,,2024-04-20,

        aliases.csv
        state_code,language,alias
        AT,de,Österreich
        SY,en,Syria

        authorities.csv
        id,state_code,name,native_name,native_name_language,native_name_basis,former_names,acronym,kind,address_lines,city,postal_code,country_code,email,phone,phone_dialable_from,website,status,working_languages,source_kind,source_reference,source_url,source_as_of,source_note
        AT-001,AT,Federal Ministry of Justice,Bundesministerium für Justiz,de,GeneralKnowledge,Ministry of Justice|Chancellery,BMJ,Ministry,Museumstrasse 7|Department IV 4,Vienna,1070,AT,office@justice.example,+43 1 52152-0,Anywhere,https://justice.example,NotStated,de en,DepositaryNotification,Declarations,https://treaties.example,2012-06,A note.
        AT-002,AT,Anti-Corruption Office,,,,,,AntiCorruptionAgency,,,,,,1517,Domestic,,NotStated,,PublicSource,,https://office.example,,

        designations.csv
        id,authority_id,state_code,function,instrument,instrument_note,rank,scope_territory,scope_subject,scope_stage,valid_from,valid_to,accepted_languages,channels,urgent_procedure,requirements,source_kind,source_reference,source_url,source_as_of,source_note
        AT-001-d1,AT-001,AT,mla,Uncac,art. 46(13),NotStated,,,Trial,2010-01-01,2020-12-31,de en,diplomatic,By fax.,Two copies.,DepositaryNotification,Notification,,2012,
        AT-001-d2,AT-001,AT,extradition,OtherTreaty,A treaty,NotStated,,,,,,,,,,PublicSource,,https://treaty.example,,

        memberships.csv
        id,network,kind,state_code,authority_id,name,requested_on,admitted_on,ended_on,secure_channel,source_kind,source_reference,source_url,source_as_of,source_note
        globe-001,globe,Member,AT,AT-002,Anti-Corruption Office,2022-01-01,2022-06-01,2024-01-01,NotStated,PublicSource,,https://news.example/globe,2024-09-26,
        globe-002,globe,Observer,,,Basel Institute on Governance,,,,NotStated,PublicSource,,https://news.example/globe,2023-07,
        """;

    public SmallSeed()
    {
        Folder = Directory.CreateTempSubdirectory("seed-").FullName;
        foreach (var file in Good.ReplaceLineEndings("\n").Split("\n\n"))
        {
            var lines = file.Trim().Split('\n');
            WriteLines(lines[0], lines[1..]);
        }
    }

    public string Folder { get; }

    public string[] Lines(string file) => File.ReadAllLines(PathOf(file));

    public void WriteLines(string file, params string[] lines) => File.WriteAllText(PathOf(file), string.Join('\n', lines) + "\n");

    public void Write(string file, byte[] bytes) => File.WriteAllBytes(PathOf(file), bytes);

    public void Delete(string file) => File.Delete(PathOf(file));

    /// <summary>Replaces one line, counted from 1.</summary>
    public void SetLine(string file, int line, string text)
    {
        var lines = Lines(file);
        lines[line - 1] = text;
        WriteLines(file, lines);
    }

    /// <summary>Replaces one cell; no cell of the good files holds a comma.</summary>
    public void SetCell(string file, int line, string column, string text)
    {
        var lines = Lines(file);
        var cells = lines[line - 1].Split(',');
        cells[Array.IndexOf(lines[0].Split(','), column)] = text;
        SetLine(file, line, string.Join(',', cells));
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private string PathOf(string file) => Path.Combine(Folder, file);
}
