namespace Covet.Infrastructure;

/// <summary>A node of a query that holds a value: the statement's parameter is bound from it each time the statement runs.</summary>
internal interface IParameterSource
{
    void Bind(ParameterBinder binder, string name);
}
