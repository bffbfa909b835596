namespace Microsoft.EntityFrameworkCore;

/// <summary>What the samples use of Entity Framework Core, without its package.</summary>
public static class EntityFrameworkQueryableExtensions
{
    /// <summary>The query without the filters of its model.</summary>
    public static IQueryable<TEntity> IgnoreQueryFilters<TEntity>(this IQueryable<TEntity> source)
        where TEntity : class => source;
}
