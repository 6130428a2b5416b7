namespace AuthorityDirectory.OData.Syntax;

/// <summary>A search expression (URL conventions 4.01, section 5.1.7).</summary>
abstract record SearchSyntax(Location At);

/// <summary>Words side by side, or a phrase: what the model's search function is asked for.</summary>
sealed record SearchTerm(string Text, Location At) : SearchSyntax(At);

/// <summary>Both.</summary>
sealed record SearchAnd(SearchSyntax Left, SearchSyntax Right, Location At) : SearchSyntax(At);

/// <summary>Either.</summary>
sealed record SearchOr(SearchSyntax Left, SearchSyntax Right, Location At) : SearchSyntax(At);

/// <summary>The others.</summary>
sealed record SearchNot(SearchSyntax Operand, Location At) : SearchSyntax(At);
