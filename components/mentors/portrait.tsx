import Image from "next/image";
import { useTranslations } from "next-intl";
import { Avatar } from "../ui/avatar";

/** Somebody's photo, or the letters of their name where there is none. The name stands beside it. */
export function Portrait({ name, src }: { name: string; src: string | null }) {
  const t = useTranslations("profiles.portrait");
  if (!src) return <Avatar name={name} size="large" />;
  return (
    // It is small already, and behind a sign-in that whatever would make it smaller does not have.
    <Image
      unoptimized
      loading="eager"
      src={src}
      alt={t("of", { name })}
      width={80}
      height={80}
      className="size-20 shrink-0 rounded-full bg-sunken object-cover"
    />
  );
}
