namespace Covet.Infrastructure;

/// <summary>A node of a query that holds a value: the statement's parameter is bound from it each time the statement runs.</summary>
internal interface IParameterSource
{
    /// <summary>The column whose values it is compared with, or that it is written to, for messages; null where there is none.</summary>
    StoredAs? Meant => null;

    void Bind(ParameterBinder binder, string name);
}
