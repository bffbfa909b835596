namespace Undercurrent.Analyzers.Knowledge;

/// <summary>
/// What the catalogues can say of how an API delivers: how it retries, acknowledges, keeps and completes. The text form is the
/// kebab-case of the name, and no name is also an <see cref="ApiTrait"/>.
/// </summary>
[Flags]
internal enum DeliveryTrait : long
{
    None = 0,
}
