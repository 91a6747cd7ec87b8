using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Covet.Analyzers.RawSql;

/// <summary>Looks at every way into a gate, arguments, method groups, late binding, and reports text that isn't proven constant.</summary>
internal static class SqlTextCheck
{
    /// <param name="context">Of the analyzer.</param>
    /// <param name="rule">What is reported; its one argument is the doubt.</param>
    /// <param name="isGate">The parameters that are looked at.</param>
    /// <param name="isLateGate">The members that are looked at where arguments are dynamic: the type, and the method's name or null for its constructor.</param>
    public static void Register(
        AnalysisContext context,
        DiagnosticDescriptor rule,
        Func<SqlGates, IParameterSymbol, bool> isGate,
        Func<SqlGates, ITypeSymbol?, string?, bool> isLateGate)
    {
        context.RegisterCompilationStartAction(start =>
        {
            if (SqlGates.Of(start.Compilation) is not { } gates)
                return;
            start.RegisterOperationAction(
                operation =>
                {
                    var argument = (IArgumentOperation)operation.Operation;
                    if (argument.Parameter is { Type.SpecialType: SpecialType.System_String } parameter && isGate(gates, parameter))
                        Check(operation, argument.Value);
                },
                OperationKind.Argument);
            start.RegisterOperationAction(
                operation =>
                {
                    var conversion = (IConversionOperation)operation.Operation;
                    if (conversion.OperatorMethod is { Parameters: [{ } parameter] } && isGate(gates, parameter))
                        Check(operation, conversion.Operand);
                },
                OperationKind.Conversion);
            start.RegisterOperationAction(
                operation =>
                {
                    var reference = (IMethodReferenceOperation)operation.Operation;
                    if (reference.Parent is not INameOfOperation && reference.Method.Parameters.FirstOrDefault(parameter => isGate(gates, parameter)) is { } gate && !TakesConstant(reference.Parent, gate))
                        operation.ReportDiagnostic(Diagnostic.Create(rule, reference.Syntax.GetLocation(), $"'{reference.Method.Name}' becomes a delegate, which takes any text"));
                },
                OperationKind.MethodReference);
            start.RegisterOperationAction(
                operation =>
                {
                    var creation = (IDynamicObjectCreationOperation)operation.Operation;
                    if (isLateGate(gates, creation.Type, null))
                        ReportLate(operation, creation.Arguments);
                },
                OperationKind.DynamicObjectCreation);
            start.RegisterOperationAction(
                operation =>
                {
                    var invocation = (IDynamicInvocationOperation)operation.Operation;
                    if (invocation.Operation is IDynamicMemberReferenceOperation member && isLateGate(gates, member.Instance?.Type ?? member.ContainingType, member.MemberName))
                        ReportLate(operation, invocation.Arguments);
                },
                OperationKind.DynamicInvocation);

            void Check(OperationAnalysisContext operation, IOperation value)
            {
                if (new ConstantProof(gates, operation.CancellationToken).Doubt(value) is { } doubt)
                    operation.ReportDiagnostic(Diagnostic.Create(rule, value.Syntax.GetLocation(), doubt));
            }

            void ReportLate(OperationAnalysisContext operation, IEnumerable<IOperation> arguments)
            {
                foreach (var argument in arguments)
                    operation.ReportDiagnostic(Diagnostic.Create(rule, argument.Syntax.GetLocation(), $"'{Texts.Shortened(argument.Syntax)}' is dynamic"));
            }

            bool TakesConstant(IOperation? target, IParameterSymbol gate)
                => target is IDelegateCreationOperation { Type: INamedTypeSymbol { DelegateInvokeMethod: { } invoke } }
                    && gate.Ordinal < invoke.Parameters.Length
                    && gates.TakesConstant(invoke.Parameters[gate.Ordinal]);
        });
    }
}
