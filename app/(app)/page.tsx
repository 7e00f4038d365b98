import { redirect } from "next/navigation";

/** The front door: everybody's home is their day. */
export default function FrontPage() {
  redirect("/today");
}
