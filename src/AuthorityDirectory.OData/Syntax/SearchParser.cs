using AuthorityDirectory.OData.Binding;

namespace AuthorityDirectory.OData.Syntax;

/// <summary>Reads search expressions: words and "phrases" with AND, OR, NOT (in capitals) and brackets; OR binds loosest. Where AND, OR or NOT has nothing to join, it is a word.</summary>
/// <remarks>
/// Words have no common form with other tokens, so it reads characters: a word ends at white space, a bracket or a double quote, and within <c>$expand</c> at a semicolon.
/// Words side by side form one term: how they match together is the search function's business.
/// </remarks>
sealed class SearchParser(Lexer lexer, NodeCounter counter, bool isNested)
{
    readonly string _text = lexer.Source.Text;
    int _position = lexer.Position;

    public SearchSyntax? Parse()
    {
        var (start, at) = (_position, Here());
        var search = Peek() == '\'' ? AsTyped(at) : Or();
        counter.CheckSearch(_position - start, at);
        lexer.MoveTo(_position);
        return search;
    }

    /// <summary>A text in single quotes, as people type it: the words in it, whatever quotes and brackets are open; null when there are none.</summary>
    SearchTerm? AsTyped(Location at)
    {
        var end = Quoted.End(_text, _position, at);
        var words = Quoted.Unescape(_text.AsSpan(_position..end), at).Split([' ', '\t', '"', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
        _position = end;
        counter.Count(at);
        return words.Length == 0 ? null : new SearchTerm(string.Join(' ', words), at);
    }

    SearchSyntax Or()
    {
        counter.Enter(Here());
        var left = And();
        while (TryTake("OR"))
            left = new SearchOr(left, And(), left.At);
        counter.Leave();
        return left;
    }

    SearchSyntax And()
    {
        var left = Not();
        while (BeginsOperand() && !IsOperator("OR"))
        {
            if (!Lexer.IsSpace(_text[_position - 1]))
                throw Here().Invalid(ErrorCode.Syntax, "A space is expected between words, phrases and brackets");
            TryTake("AND");
            left = new SearchAnd(left, Not(), left.At);
        }
        return left;
    }

    SearchSyntax Not()
    {
        var at = Here();
        return TryTake("NOT") ? new SearchNot(Operand(), at) : Operand();
    }

    SearchSyntax Operand()
    {
        var at = Here();
        counter.Count(at);
        return Peek() switch
        {
            '(' => Group(),
            '"' => Phrase(at),
            _ => Words(at),
        };
    }

    SearchSyntax Group()
    {
        _position++;
        var inner = Or();
        if (Peek() != ')')
            throw Here().Invalid(ErrorCode.Syntax, "A closing bracket is expected");
        _position++;
        return inner;
    }

    SearchTerm Phrase(Location at)
    {
        var end = _text.IndexOf('"', _position + 1);
        if (end < 0)
            throw at.Invalid(ErrorCode.Syntax, "The phrase that begins here has no closing quote");
        var phrase = _text[(_position + 1)..end];
        _position = end + 1;
        return string.IsNullOrWhiteSpace(phrase) ? throw at.Invalid(ErrorCode.Syntax, "A phrase needs words between its quotes") : new SearchTerm(phrase, at);
    }

    SearchTerm Words(Location at)
    {
        var words = new List<string>();
        while (PeekWord() is { Length: > 0 } word && (words.Count == 0 || !IsOperator(word)))
        {
            words.Add(word);
            _position += word.Length;
        }
        return words.Count > 0 ? new SearchTerm(string.Join(' ', words), at) : throw at.Invalid(ErrorCode.Syntax, "A word or a phrase in double quotes is expected");
    }

    bool BeginsOperand() => Peek() is '(' or '"' || PeekWord().Length > 0;

    /// <summary>Whether the word comes next and something that it can join comes behind it.</summary>
    bool IsOperator(string word)
    {
        if (word is not ("AND" or "OR" or "NOT") || PeekWord() != word)
            return false;
        var start = _position;
        _position += word.Length;
        var joins = Peek() is not ('\0' or ')');
        _position = start;
        return joins;
    }

    bool TryTake(string word)
    {
        if (!IsOperator(word))
            return false;
        _position += word.Length;
        return true;
    }

    /// <summary>The word at the next character that is not white space; empty when there is none.</summary>
    string PeekWord()
    {
        Peek();
        var end = _position;
        while (end < _text.Length && !EndsWord(_text[end]))
            end++;
        return _text[_position..end];
    }

    char Peek()
    {
        while (_position < _text.Length && Lexer.IsSpace(_text[_position]))
            _position++;
        return _position < _text.Length && !EndsNested(_text[_position]) ? _text[_position] : '\0';
    }

    bool EndsWord(char character) => Lexer.IsSpace(character) || character is '(' or ')' or '"' || EndsNested(character);

    bool EndsNested(char character) => isNested && character == ';';

    Location Here()
    {
        Peek();
        return lexer.Source.At(_position);
    }
}
