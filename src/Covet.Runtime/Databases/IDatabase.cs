using System.ComponentModel;
using Covet.Infrastructure;

namespace Covet;

/// <summary>A <c>[Database]</c> class. Implemented by generated code.</summary>
/// <typeparam name="TSelf">The database itself.</typeparam>
public interface IDatabase<TSelf> where TSelf : Database<TSelf>, IDatabase<TSelf>
{
    /// <summary>Makes the database over a session: a provider's pool, or one transaction's connection.</summary>
    /// <param name="session">Where its commands run.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract TSelf Create(DatabaseSession session);
}
