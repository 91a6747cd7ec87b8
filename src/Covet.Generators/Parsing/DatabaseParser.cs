using Covet.Generators.Diagnostics;
using Covet.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing;

/// <summary>A <c>[Database]</c> class becomes a <see cref="DatabaseSpec"/>.</summary>
internal static class DatabaseParser
{
    public static ParseResult<DatabaseSpec> Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
    {
        var type = (INamedTypeSymbol)context.TargetSymbol;
        var findings = new Findings(SymbolReader.MetadataNameOf(type));
        try
        {
            TypeParser.Check(type, "database", findings, cancellationToken);
            var spec = findings.IsEmpty ? new DatabaseSpec(TypeParser.Parse(type), TypeParser.MemberNames(type)) : null;
            return new ParseResult<DatabaseSpec>(spec, findings.All);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            findings.Add(RuleIds.Failure, null, type.Name, exception.Message);
            return new ParseResult<DatabaseSpec>(null, findings.All);
        }
    }
}
