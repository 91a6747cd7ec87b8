using System.ComponentModel;
using Covet.Infrastructure;

namespace Covet;

/// <summary>The columns of a model. Implemented by generated code.</summary>
/// <typeparam name="TSelf">The generated class.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IColumns<TSelf> where TSelf : class, IColumns<TSelf>
{
    /// <summary>The model whose columns they are.</summary>
    static abstract ModelInfo Model { get; }

    /// <summary>The columns at the end of a path.</summary>
    static abstract TSelf Create(ColumnPath path);
}

/// <summary>The columns behind a relation to one row; what <c>Include</c> takes.</summary>
public interface IRelated
{
    /// <summary>The way there.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    ColumnPath Path { get; }
}

/// <summary>A column.</summary>
public interface IColumn
{
    /// <summary>Its name in the database, unquoted.</summary>
    string Name { get; }
}

/// <summary>A column of a type.</summary>
/// <typeparam name="T">The C# type of its values; nullable when the column is.</typeparam>
public interface IColumn<T> : IColumn, IExpr<T>;

/// <summary>An SQL expression of a type; covariant, so that a text and a text that may be null meet.</summary>
/// <typeparam name="T">The C# type of its values.</typeparam>
public interface IExpr<out T>;
