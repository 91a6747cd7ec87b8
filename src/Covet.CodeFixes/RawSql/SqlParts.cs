using System.Globalization;
using System.Text;
using Covet.Analyzers.RawSql;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Covet.CodeFixes.RawSql;

/// <summary>A text that is put together, taken apart into SQL and what is put into it.</summary>
internal sealed class SqlParts
{
    /// <summary>After these words comes a name, which can't be a parameter.</summary>
    private static readonly HashSet<string> BeforeNames = new(StringComparer.OrdinalIgnoreCase) { "FROM", "JOIN", "INTO", "UPDATE", "TABLE", "BY", "SELECT", "AS", "COLLATE", "SET", "DISTINCT" };

    private readonly SemanticModel _model;
    private readonly SqlGates _gates;
    private readonly CancellationToken _cancellationToken;
    private readonly List<Part> _parts = [];
    private readonly ExpressionSyntax _source;

    private SqlParts(ExpressionSyntax source, SemanticModel model, SqlGates gates, CancellationToken cancellationToken)
    {
        _source = source;
        _model = model;
        _gates = gates;
        _cancellationToken = cancellationToken;
    }

    /// <summary>The parts of a text; null where it isn't put together, or a part of it can't be a parameter.</summary>
    public static SqlParts? Of(ExpressionSyntax source, SemanticModel model, SqlGates gates, CancellationToken cancellationToken)
    {
        var parts = new SqlParts(source, model, gates, cancellationToken);
        return parts.Add(source) && parts._parts.Count > 1 && parts.Unquote() && parts.AreValues() ? parts : null;
    }

    /// <summary>The parts as one interpolated string.</summary>
    /// <param name="rawExpression">The type's name, where the text stands.</param>
    public ExpressionSyntax ToInterpolatedString(string rawExpression)
    {
        if (_source is InterpolatedStringExpressionSyntax && _parts.TrueForAll(part => part.IsOriginal))
            return _source.WithoutTrivia();
        var text = new StringBuilder("$\"");
        foreach (var part in _parts)
        {
            if (part.Hole is null)
                text.Append(Literal(part.Text));
            else if (part.IsConstant)
                text.Append("{new ").Append(rawExpression).Append('(').Append(part.Hole).Append(")}");
            else
                text.Append('{').Append(part.Hole is ConditionalExpressionSyntax ? $"({part.Hole})" : part.Hole.ToString()).Append('}');
        }
        return SyntaxFactory.ParseExpression(text.Append('"').ToString());
    }

    private static string Literal(string text)
    {
        string quoted = SymbolDisplay.FormatLiteral(text, quote: true);
        return quoted.Substring(1, quoted.Length - 2).Replace("{", "{{").Replace("}", "}}");
    }

    private bool Add(ExpressionSyntax expression)
    {
        switch (expression)
        {
            case ParenthesizedExpressionSyntax parenthesized:
                return Add(parenthesized.Expression);
            case LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression or (int)SyntaxKind.CharacterLiteralExpression or (int)SyntaxKind.NumericLiteralExpression } literal:
                return Text(Convert.ToString(literal.Token.Value, CultureInfo.InvariantCulture) ?? "");
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum when IsString(sum):
                return Add(sum.Left) && Add(sum.Right);
            case InterpolatedStringExpressionSyntax interpolated:
                return Add(interpolated);
            case InvocationExpressionSyntax call
                when _model.GetSymbolInfo(call, _cancellationToken).Symbol is IMethodSymbol { ContainingType.SpecialType: SpecialType.System_String, IsStatic: true, Name: var name }:
                return name == nameof(string.Concat) ? AddAll(call) : name == nameof(string.Format) && AddFormat(call);
            default:
                return Hole(expression, isOriginal: false);
        }
    }

    private bool Add(InterpolatedStringExpressionSyntax interpolated)
    {
        foreach (var content in interpolated.Contents)
        {
            bool isAdded = content switch
            {
                InterpolatedStringTextSyntax text => Text(text.TextToken.ValueText, ReferenceEquals(interpolated, _source)),
                InterpolationSyntax { AlignmentClause: null, FormatClause: null } hole => Hole(hole.Expression, ReferenceEquals(interpolated, _source)),
                _ => false,
            };
            if (!isAdded)
                return false;
        }
        return true;
    }

    /// <summary>The arguments of <c>string.Concat</c>, unless they are one list.</summary>
    private bool AddAll(InvocationExpressionSyntax call)
        => call.ArgumentList.Arguments.All(argument => argument.NameColon is null && _model.GetTypeInfo(argument.Expression, _cancellationToken).Type is { TypeKind: not (TypeKind.Array or TypeKind.Interface) } && Add(argument.Expression));

    /// <summary>The text of <c>string.Format</c> with its arguments in their places; not with formats, which only text can have.</summary>
    private bool AddFormat(InvocationExpressionSyntax call)
    {
        var arguments = call.ArgumentList.Arguments;
        if (arguments.Count < 2 || arguments.Any(argument => argument.NameColon is not null) || _model.GetConstantValue(arguments[0].Expression, _cancellationToken).Value is not string format)
            return false;
        var text = new StringBuilder();
        for (int i = 0; i < format.Length; i++)
        {
            char c = format[i];
            if (c is '{' or '}' && i + 1 < format.Length && format[i + 1] == c)
            {
                text.Append(c);
                i++;
            }
            else if (c is '{' or '}')
            {
                int end = format.IndexOf('}', i);
                if (end < 0 || !int.TryParse(format.Substring(i + 1, end - i - 1), NumberStyles.None, CultureInfo.InvariantCulture, out int index) || index + 1 >= arguments.Count)
                    return false;
                if (!Text(text.ToString()) || !Add(arguments[index + 1].Expression))
                    return false;
                text.Clear();
                i = end;
            }
            else
            {
                text.Append(c);
            }
        }
        return Text(text.ToString());
    }

    private bool Text(string text, bool isOriginal = false)
    {
        if (text.Length > 0 && _parts.Count > 0 && _parts[_parts.Count - 1] is { Hole: null } last)
            _parts[_parts.Count - 1] = last with { Text = last.Text + text, IsOriginal = false };
        else if (text.Length > 0)
            _parts.Add(new Part(text, null, IsConstant: false, isOriginal));
        return true;
    }

    private bool Hole(ExpressionSyntax expression, bool isOriginal)
    {
        if (_model.GetOperation(expression, _cancellationToken) is not { } value)
            return false;
        bool isConstant = IsString(expression) && new ConstantProof(_gates, _cancellationToken).Doubt(value) is null;
        if (!isConstant && !IsValue(_model.GetTypeInfo(expression, _cancellationToken).Type))
            return false;
        _parts.Add(new Part("", expression.WithoutTrivia(), isConstant, isOriginal && !isConstant));
        return true;
    }

    private bool IsString(ExpressionSyntax expression) => _model.GetTypeInfo(expression, _cancellationToken).Type?.SpecialType == SpecialType.System_String;

    /// <summary>Takes away quotes right around a value; false where a value is a part of a quoted text, or stands in a quoted name.</summary>
    private bool Unquote()
    {
        bool isText = false, isName = false;
        for (int i = 0; i < _parts.Count; i++)
        {
            var part = _parts[i];
            if (part.Hole is not null && !part.IsConstant)
            {
                if (isName)
                    return false;
                if (!isText)
                    continue;
                if (i + 1 >= _parts.Count || _parts[i + 1].Hole is not null || !_parts[i + 1].Text.StartsWith("'", StringComparison.Ordinal) || !_parts[i - 1].Text.EndsWith("'", StringComparison.Ordinal))
                    return false;
                _parts[i - 1] = _parts[i - 1] with { Text = _parts[i - 1].Text.Substring(0, _parts[i - 1].Text.Length - 1), IsOriginal = false };
                _parts[i + 1] = _parts[i + 1] with { Text = _parts[i + 1].Text.Substring(1), IsOriginal = false };
                isText = false;
            }
            foreach (char c in _parts[i].Text)
            {
                isText ^= c == '\'' && !isName;
                isName ^= c == '"' && !isText;
            }
        }
        _parts.RemoveAll(part => part is { Hole: null, Text: "" });
        return true;
    }

    /// <summary>Whether there are values, each a word of its own in the SQL.</summary>
    private bool AreValues()
    {
        bool hasValue = false;
        for (int i = 0; i < _parts.Count; i++)
        {
            if (_parts[i] is not { Hole: not null, IsConstant: false })
                continue;
            hasValue = true;
            if (i > 0 && (_parts[i - 1].Hole is not null || IsInWord(_parts[i - 1].Text[_parts[i - 1].Text.Length - 1])))
                return false;
            if (i + 1 < _parts.Count && _parts[i + 1].Hole is null && IsInWord(_parts[i + 1].Text[0]))
                return false;
        }
        return hasValue;
    }

    private static bool IsInWord(char c) => char.IsLetterOrDigit(c) || c is '_' or '.' or '"';

    /// <summary>Whether a text may stand where the text so far ends: not where SQL has a name.</summary>
    private bool IsPlaceOfValue()
    {
        string before = _parts.Count > 0 ? _parts[_parts.Count - 1].Text.TrimEnd() : "";
        int start = before.Length;
        while (start > 0 && char.IsLetter(before[start - 1]))
            start--;
        return before.Length > 0 && !BeforeNames.Contains(before.Substring(start));
    }

    /// <summary>Whether the handler makes it a parameter, or SQL of its own; an enum's storage isn't known in raw SQL.</summary>
    private bool IsValue(ITypeSymbol? type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] })
            type = inner;
        for (var ancestor = type; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (ancestor is { Name: "SqlExpression", ContainingNamespace: { Name: "Covet", ContainingNamespace.IsGlobalNamespace: true } })
                return true;
        }
        return type switch
        {
            IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte } => true,
            { TypeKind: TypeKind.Enum } => false,
            { SpecialType: SpecialType.System_String } => IsPlaceOfValue(),
            { SpecialType: >= SpecialType.System_Boolean and <= SpecialType.System_Double or SpecialType.System_DateTime } => true,
            { ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } }
                => type.Name is "Guid" or "DateTimeOffset" or "DateOnly" or "TimeOnly" or "TimeSpan",
            _ => false,
        };
    }

    private readonly record struct Part(string Text, ExpressionSyntax? Hole, bool IsConstant, bool IsOriginal);
}
