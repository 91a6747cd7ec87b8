using System.ComponentModel;
using Covet.Infrastructure;

namespace Covet;

/// <summary>An instance of a <c>[Model]</c> class. Implemented, explicitly, by generated code.</summary>
public interface IModel
{
    /// <summary>
    /// Where the instance came from: its database and its siblings of one result; <see langword="null"/> for an instance that was never
    /// saved or loaded.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    ModelSource? Source { get; set; }

    /// <summary>The facts of the instance's model.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    ModelInfo Model { get; }

    /// <summary>Whether the instance has a key: false for one whose key the database still has to make.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    bool HasKey { get; }
}

/// <summary>A <c>[Model]</c> class. Implemented by generated code.</summary>
/// <typeparam name="TSelf">The model itself.</typeparam>
public interface IModel<TSelf> : IModel, IRow<TSelf> where TSelf : class, IModel<TSelf>
{
    /// <summary>The model's table, columns and key.</summary>
    static abstract ModelInfo Info { get; }

    /// <inheritdoc/>
    static IReadOnlyList<string> IRow<TSelf>.ColumnNames => TSelf.Info.ColumnNames;

    /// <inheritdoc/>
    static string IRow<TSelf>.MemberAt(int ordinal) => TSelf.Info.ColumnArray[ordinal].Property;

    /// <inheritdoc/>
    static void IRow<TSelf>.Adopt(Database database, FetchMode mode, IReadOnlyList<TSelf> values) => Siblings<TSelf>.Adopt(database, mode, values);

    /// <summary>The relations of other models that lead here, in declaration order; read through <see cref="RelationRegistry"/>.</summary>
    static abstract IReadOnlyList<ReverseRelation> ReverseRelations { get; }

    /// <summary>Writes instances of the model.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract ModelWriter<TSelf> Writer { get; }

    /// <summary>A new instance, with what the model's class gives it.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract TSelf Create();

    /// <summary>Binds what an instance has in one column, as a statement that writes it does.</summary>
    /// <param name="binder">Where the value goes.</param>
    /// <param name="name">The parameter's name.</param>
    /// <param name="model">The instance.</param>
    /// <param name="ordinal">Which of the columns of <see cref="Info"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such column.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract void BindColumn(ParameterBinder binder, string name, TSelf model, int ordinal);
}
